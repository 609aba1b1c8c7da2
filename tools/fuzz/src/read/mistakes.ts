import { parsePrefix } from '@frrkit/model'
import { type PrefixListEntry, prefixListsOf } from './prefix-lists.ts'
import type { ConfLine } from './read-frr-conf.ts'
import { routeMapsOf } from './route-maps.ts'

/**
 * Mistakes that `vtysh -C` lets pass, and FRR stumbles over: what is referred to and missing, a neighbor that is used
 * before it has an AS, a second instance of a VRF, lengths that do not fit, numbers and entries that stand twice. (Words
 * that are too long, the reader refuses.)
 */
export function mistakesIn(lines: readonly ConfLine[]): readonly string[] {
  return [
    ...missingReferences(lines),
    ...neighborsWithoutAs(lines),
    ...secondInstances(lines),
    ...[...prefixListsOf(lines)].flatMap(([list, entries]) => [...lengths(list, entries), ...twice(list, entries)]),
    ...numbersTwice(lines),
  ]
}

function missingReferences(lines: readonly ConfLine[]): readonly string[] {
  const maps = routeMapsOf(lines)
  const lists = new Set([...prefixListsOf(lines).keys()].map((list) => list.replace(/^\S+ /, '')))
  const profiles = new Set(lines.flatMap(({ block, words }) => (block === 'bfd' ? [words.slice(1).join(' ')] : [])))
  return lines.flatMap(({ words, number }) => {
    const text = words.join(' ')
    const [, map] = /^neighbor \S+ route-map (\S+) (?:in|out)$/.exec(text) ?? []
    const [, list] = /^match ipv?6? address (prefix-list \S+)$/.exec(text) ?? []
    const [, profile] = /^neighbor \S+ bfd profile (.+)$/.exec(text) ?? []
    return [
      ...(map !== undefined && !maps.has(map) ? [`line ${number}: there is no route-map ${map}`] : []),
      // One of the two families may be empty: blocked prefixes are mostly of one.
      ...(list !== undefined && !lists.has(list) ? [`line ${number}: there is no ${list}`] : []),
      ...(profile !== undefined && !profiles.has(profile) ? [`line ${number}: there is no profile ${profile}`] : []),
    ]
  })
}

function neighborsWithoutAs(lines: readonly ConfLine[]): readonly string[] {
  const known = new Set<string>()
  return lines.flatMap(({ words, around, number }) => {
    if (words[0] !== 'neighbor') return []
    const neighbor = `${around[0]} ${words[1]}`
    // Not just anywhere: an interface may be called remote-as.
    if (words[words[2] === 'interface' ? 3 : 2] === 'remote-as') {
      if (known.has(neighbor)) return [`line ${number}: a second remote-as of ${words[1]}`]
      known.add(neighbor)
    }
    return known.has(neighbor) ? [] : [`line ${number}: neighbor ${words[1]} has no remote-as yet`]
  })
}

/** A line `router bgp` alone only says that there is the instance; of blocks with content, each VRF has one. */
function secondInstances(lines: readonly ConfLine[]): readonly string[] {
  const routers = lines.filter(({ block, words }) => block === 'top' && words[0] === 'router')
  return [...Map.groupBy(routers, ({ words }) => words[4] ?? 'default')].flatMap(([vrf, all]) => {
    const filled = all.filter(({ number }) =>
      lines.some((line) => line.number === number + 1 && line.block === 'router'),
    )
    const numbers = new Set(all.map(({ words }) => words[2]))
    return filled.length > 1 || numbers.size > 1 ? [`there are several instances of VRF ${vrf}`] : []
  })
}

/** Length of the prefix ≤ ge ≤ le ≤ 32 or 128. */
function lengths(list: string, entries: readonly PrefixListEntry[]): readonly string[] {
  const most = list.startsWith('ip ') ? 32 : 128
  return entries.flatMap(({ rule, number }) => {
    const [, text = ''] = rule.split(' ')
    if (text === 'any') return []
    const prefix = parsePrefix(text)
    const ge = Number(/ ge (\d+)/.exec(rule)?.[1] ?? prefix?.length)
    const le = Number(/ le (\d+)/.exec(rule)?.[1] ?? most)
    const fits = prefix?.text === text && prefix.length <= ge && ge <= le && le <= most
    return fits ? [] : [`line ${number}: ${rule} is no range of prefixes`]
  })
}

/** FRR 8.4 drops an entry whose rule stands under another number already. */
function twice(list: string, entries: readonly PrefixListEntry[]): readonly string[] {
  return [
    ...repeated(entries.map(({ seq }) => String(seq))).map((seq) => `${list} has seq ${seq} twice`),
    ...repeated(entries.map(({ rule }) => rule)).map((rule) => `${list} has ${rule} twice`),
  ]
}

function numbersTwice(lines: readonly ConfLine[]): readonly string[] {
  return [...routeMapsOf(lines)].flatMap(([name, entries]) =>
    repeated(entries.map(({ entry }) => String(entry))).map((entry) => `route-map ${name} has entry ${entry} twice`),
  )
}

function repeated(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text, i) => texts.indexOf(text) !== i))]
}
