import { compareFrrTexts, type FrrText, type Release, type RouteMap } from '@frrkit/frr-text'
import { daemonsOf, isOfZebraAlone } from '../grammar/daemons.ts'
import { planPolicy } from './policy.ts'
import { type Understood, understand } from './understand.ts'

/**
 * Policy for zebra, or for mgmtd, which has it from 10 on: only what `ip protocol … route-map …`, or `ip nht`, points to. bgpd has
 * everything else, and each daemon that has it takes seconds for ten thousand prefixes.
 */
export function planPointedAt(before: FrrText, after: FrrText, release: Release): Understood {
  const [had, has] = [pointedAt(before), pointedAt(after)]
  if (had.routeMaps.length + has.routeMaps.length === 0) return { commands: [], reasons: [] }
  const [daemon] = daemonsOf('top', 'ip protocol bgp route-map x', release)
  if (daemon === undefined) throw new Error('BUG: nobody takes ip protocol')
  const { commands, reasons } = understand(planPolicy(had, has, compareFrrTexts(had, has), release).commands, release)
  return { commands: commands.map((command) => ({ ...command, daemon })), reasons }
}

/** The route-maps that zebra's lines name, the lists that those name, and nothing else. */
function pointedAt({ release, contexts, filterLists, routeMaps }: FrrText): FrrText {
  const lines = contexts.filter(({ kind }) => kind === 'top' || kind === 'vrf').flatMap((context) => context.lines)
  const names = new Set([
    ...lines.flatMap((line) => /^ip(?:v6)? (?:protocol|nht) \S+ route-map (\S+)$/.exec(line)?.[1] ?? []),
    // Nobody else would keep what such a map says.
    ...routeMaps.filter(saysWhatZebraAloneKnows).map(({ name }) => name),
  ])
  if (names.size === 0) return { release, contexts: [], filterLists: [], routeMaps: [] }
  const byName = new Map(routeMaps.map((map) => [map.name, map]))
  // A map that is called may stand anywhere, and call others.
  for (const name of names) {
    const entries = byName.get(name)?.entries ?? []
    for (const line of entries.flatMap((entry) => entry.lines)) if (line.startsWith('call ')) names.add(line.slice(5))
  }
  const maps = routeMaps.filter(({ name }) => names.has(name)).map(asZebraHasIt)
  const inside = maps.flatMap(({ entries }) => entries.flatMap((entry) => entry.lines))
  const lists = new Set(
    inside.flatMap((line) => {
      const [, family, kind = 'access-list', name] = /^match (ip|ipv6) \S+(?: (prefix-list))? (\S+)$/.exec(line) ?? []
      return name === undefined
        ? []
        : [`${kind === 'access-list' && family === 'ip' ? '' : `${family} `}${kind} ${name}`]
    }),
  )
  return {
    release,
    contexts: [],
    filterLists: filterLists.filter(({ kind, name }) => lists.has(`${kind} ${name}`)),
    routeMaps: maps,
  }
}

function saysWhatZebraAloneKnows({ entries }: RouteMap): boolean {
  return entries.some(({ lines }) => lines.some(isOfZebraAlone))
}

/** What else a route-map says is bgpd's alone, and zebra has no command for it. */
const ofZebra =
  /^(?:match ip (?:address|next-hop(?! address)) |match ipv6 (?:address|next-hop type) |match (?:interface|tag|source-protocol|source-instance) |set src |(?:on-match|call|description) )/

function asZebraHasIt({ name, entries }: RouteMap): RouteMap {
  return {
    name,
    entries: entries.map((entry) => ({ ...entry, lines: entry.lines.filter((line) => ofZebra.test(line)) })),
  }
}
