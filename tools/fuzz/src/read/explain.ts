import { type PrefixLists, prefixListsOf } from './prefix-lists.ts'
import type { ConfLine } from './read-frr-conf.ts'
import { type RouteMaps, routeMapsOf } from './route-maps.ts'

type Options = {
  /** The node has no IPv4: routers without an id are given one, which an explicit id replaces. */
  readonly fallbackId: boolean
}

/**
 * The lines of `some` that `all` does not explain, where `some` is what a part of the objects means and `all` what all of
 * them mean. A line is explained when `all` has it in the same block, or one of the documented replacements for it:
 *
 * - `deny any` in a prefix-list stands for "nothing", and gives way to the first entry that permits something;
 * - entries of an accepting list give way to `permit any` (mode `all`);
 * - a router id of our own choosing gives way to one that an object names;
 * - sequence and route-map numbers are ours: an entry of a route-map is known by what it matches, it may gain `set` lines
 *   (a next hop), and entries keep their order.
 */
export function unexplained(some: readonly ConfLine[], all: readonly ConfLine[], options: Options): readonly string[] {
  const known = new Set(all.map(textOf))
  return [
    ...some
      .filter(isPlain)
      .filter((line) => !known.has(textOf(line)) && !replaced(line, all, options))
      .map(textOf),
    ...missingEntries(prefixListsOf(some), prefixListsOf(all)),
    ...missingRouteMaps(routeMapsOf(some), routeMapsOf(all)),
  ]
}

/** Neither part of a prefix-list nor of a route-map. */
function isPlain({ block, words }: ConfLine): boolean {
  return block !== 'route-map' && words[0] !== 'route-map' && words[1] !== 'prefix-list'
}

function textOf({ around, words }: ConfLine): string {
  return [...around, words.join(' ')].join(' > ')
}

const isRouterId = ({ words }: ConfLine) => words[1] === 'router-id'

function replaced(line: ConfLine, all: readonly ConfLine[], { fallbackId }: Options): boolean {
  return fallbackId && isRouterId(line) && all.some((other) => isRouterId(other) && other.around[0] === line.around[0])
}

function missingEntries(some: PrefixLists, all: PrefixLists): readonly string[] {
  return [...some].flatMap(([list, entries]) => {
    const rules = new Set(all.get(list)?.map(({ rule }) => rule))
    const permits = rules.has('permit any') || [...rules].some((rule) => rule.startsWith('permit '))
    return entries
      .filter(({ rule }) => !rules.has(rule) && !rules.has('permit any') && !(rule === 'deny any' && permits))
      .map(({ rule }) => `${list} ${rule}`)
  })
}

function missingRouteMaps(some: RouteMaps, all: RouteMaps): readonly string[] {
  return [...some].flatMap(([name, entries]) => {
    const others = all.get(name) ?? []
    let from = 0
    return entries.flatMap(({ key, sets }) => {
      const at = others.findIndex((other, i) => i >= from && other.key === key)
      if (at < 0) return [`route-map ${name} ${key}`]
      from = at + 1
      return sets
        .filter((set) => others[at]?.sets.includes(set) !== true)
        .map((set) => `route-map ${name} ${key} ${set}`)
    })
  })
}
