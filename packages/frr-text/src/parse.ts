import { createContexts } from './collect.ts'
import { createFilterLists } from './filter-lists.ts'
import type { Context, FrrText, RouteMap, RouteMapEntry } from './frr-text.ts'
import { readLines } from './lines.ts'
import { move } from './moves.ts'
import { createPlacing } from './place.ts'
import type { Release } from './release.ts'
import { spell } from './spelling.ts'

/**
 * Reads an frr.conf or what `show running-config` prints. It never fails: what FRR would refuse is a line like any other.
 * Commands have to be written out, as FRR writes them; abbreviations (`neigh 192.0.2.1 remote 65001`) stay as they are.
 */
export function parseFrrText(text: string): FrrText {
  const contexts = createContexts()
  const filters = createFilterLists()
  const placing = createPlacing()
  for (const written of readLines(text)) {
    const placed = placing(written)
    if (placed?.opens === true) contexts.open(placed.place)
    // Entries of lists have a spelling of their own; most lines of a long configuration are such.
    else if (placed !== undefined && !(placed.place.kind === 'top' && filters.take(written))) {
      const { place, line } = move(placed.place, written)
      for (const each of spell(place.kind, line)) {
        if (place.kind !== 'top' || !filters.take(each)) contexts.take(place, each)
      }
    }
  }
  const [maps, others] = partition(contexts.contexts(), ({ kind }) => kind === 'route-map')
  return { release: releaseOf(others[0]), contexts: others, filterLists: filters.lists(), routeMaps: routeMapsOf(maps) }
}

function releaseOf(top: Context | undefined): Release {
  const after = (words: string) => top?.lines.find((line) => line.startsWith(words))?.slice(words.length)
  const [version, defaults] = [after('frr version '), after('frr defaults ')]
  return { ...(version !== undefined && { version }), ...(defaults !== undefined && { defaults }) }
}

function routeMapsOf(contexts: readonly Context[]): readonly RouteMap[] {
  const maps = new Map<string, Map<number, RouteMapEntry>>()
  for (const { path, lines } of contexts) {
    const [, name = '', action = '', number = ''] = path[0]?.split(' ') ?? []
    const entries = maps.get(name) ?? new Map<number, RouteMapEntry>()
    maps.set(name, entries)
    entries.set(Number(number), { seq: Number(number), action: action === 'permit' ? 'permit' : 'deny', lines })
  }
  return [...maps].map(([name, entries]) => ({
    name,
    entries: [...entries.values()].toSorted((a, b) => a.seq - b.seq),
  }))
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}
