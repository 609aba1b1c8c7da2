import type { ConfLine } from './read-frr-conf.ts'

/** Entries by the name of the route-map, in the order of their numbers. */
export type RouteMaps = ReadonlyMap<string, readonly RouteMapEntry[]>

export type RouteMapEntry = {
  readonly entry: number
  /** The action, what is matched, and where it goes on. */
  readonly key: string
  readonly matches: readonly string[]
  readonly sets: readonly string[]
}

export function routeMapsOf(lines: readonly ConfLine[]): RouteMaps {
  const openers = lines.filter(({ words, block }) => block === 'top' && words[0] === 'route-map')
  const inside = Map.groupBy(
    lines.filter(({ block }) => block === 'route-map'),
    ({ around }) => around[0] ?? '',
  )
  const entries = openers.map(({ words }) => {
    const [, name = '', action = '', entry] = words
    const texts = (inside.get(words.join(' ')) ?? []).map((line) => line.words.join(' '))
    const of = (word: string) => texts.filter((text) => text.startsWith(word))
    const matches = of('match ')
    // A property is known by what it sets, too: two may have lists of like names, never the same.
    return {
      name,
      entry: Number(entry),
      key: [action, ...matches, ...of('on-match ')].join(' '),
      matches,
      sets: of('set '),
    }
  })
  const maps = Map.groupBy(entries, ({ name }) => name)
  return new Map([...maps].map(([name, list]) => [name, list.toSorted((a, b) => a.entry - b.entry)]))
}
