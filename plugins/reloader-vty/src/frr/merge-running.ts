import { type Context, type FrrText, parseFrrText, type Release, type RouteMap } from '@frrkit/frr-text'
import type { DaemonName } from '@frrkit/vty'
import { daemonsThatShowLog, isOfZebraAlone } from '../grammar/daemons.ts'

/** What each daemon runs, read. */
export type RunningByDaemon = ReadonlyMap<DaemonName, FrrText>

/** Reads the texts of all daemons; one that is the same as before is not read again. */
export function createReading(): (texts: ReadonlyMap<DaemonName, string>) => RunningByDaemon {
  const known = new Map<DaemonName, { readonly text: string; readonly parsed: FrrText }>()
  return (texts) =>
    new Map(
      [...texts].map(([daemon, text]) => {
        const last = known.get(daemon)
        if (last?.text === text) return [daemon, last.parsed] as const
        const parsed = parseFrrText(text)
        known.set(daemon, { text, parsed })
        return [daemon, parsed] as const
      }),
    )
}

/**
 * What the daemons run together, as one configuration. Lists and route-maps are those of bgpd: other daemons have copies
 * when vtysh loaded a frr.conf, and need none of them, but for what bgpd has no command for. A line that every daemon is told is there only when all have it.
 */
export function mergeRunning(byDaemon: RunningByDaemon, wanted: FrrText): FrrText {
  const texts = [...byDaemon]
    .toSorted(([a], [b]) => Number(b === 'bgpd') - Number(a === 'bgpd'))
    .map(([, text]) => text)
  const bgpd = byDaemon.get('bgpd')
  const lacking = missingSomewhere(byDaemon, wanted)
  const contexts = new Map<string, Context>()
  for (const context of texts.flatMap((text) => text.contexts)) {
    const key = context.path.join('\n')
    const known = contexts.get(key)
    const lines = [...new Set([...(known?.lines ?? []), ...context.lines])]
    contexts.set(key, {
      ...context,
      lines: context.kind === 'top' ? lines.filter((line) => !lacking.has(line)) : lines,
    })
  }
  return {
    release: releaseOf(byDaemon),
    contexts: [...contexts.values()],
    filterLists: bgpd?.filterLists ?? [],
    routeMaps: withZebras(
      bgpd?.routeMaps ?? [],
      texts.flatMap((text) => (text === bgpd ? [] : text.routeMaps)),
    ),
  }
}

/** The route-maps of bgpd with the lines that zebra alone can have, of entries that both have. */
function withZebras(maps: readonly RouteMap[], copies: readonly RouteMap[]): readonly RouteMap[] {
  const own = new Map(
    copies.flatMap(({ name, entries }) =>
      entries.map(({ seq, lines }) => [`${name} ${seq}`, lines.filter(isOfZebraAlone)] as const),
    ),
  )
  if ([...own.values()].every((lines) => lines.length === 0)) return maps
  return maps.map(({ name, entries }) => ({
    name,
    entries: entries.map((entry) => ({
      ...entry,
      lines: [...entry.lines, ...(own.get(`${name} ${entry.seq}`) ?? [])],
    })),
  }))
}

function releaseOf(byDaemon: RunningByDaemon): Release {
  return (byDaemon.get('bgpd') ?? byDaemon.values().next().value)?.release ?? {}
}

/** Wanted lines for all daemons that one of them does not have: it was restarted without its frr.conf. */
function missingSomewhere(byDaemon: RunningByDaemon, wanted: FrrText): ReadonlySet<string> {
  const showing = daemonsThatShowLog(releaseOf(byDaemon)).flatMap((daemon) => byDaemon.get(daemon) ?? [])
  const told = showing.map((text) => new Set(topLines(text)))
  return new Set(topLines(wanted).filter((line) => line.startsWith('log ') && !told.every((lines) => lines.has(line))))
}

function topLines({ contexts }: FrrText): readonly string[] {
  return contexts.find(({ kind }) => kind === 'top')?.lines ?? []
}
