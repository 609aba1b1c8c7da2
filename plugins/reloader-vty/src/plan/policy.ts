import type { Comparison, FilterList, FrrText, Release, RouteMap } from '@frrkit/frr-text'
import { planFilterList } from './filter-list.ts'
import { saying, topLevel } from './line.ts'
import type { Phase } from './order.ts'
import type { Phased } from './phased.ts'
import { planRouteMap } from './route-map.ts'

export type PolicyPlan = {
  readonly commands: readonly Phased[]
  readonly result: Pick<FrrText, 'filterLists' | 'routeMaps'>
}

/** Lists and route-maps, for one daemon. */
export function planPolicy(
  before: FrrText,
  after: FrrText,
  { filterLists, routeMaps }: Comparison,
  release: Release,
): PolicyPlan {
  const [hadLists, hadMaps] = [byKey(before.filterLists, listKey), byKey(before.routeMaps, mapKey)]
  const [hasLists, hasMaps] = [byKey(after.filterLists, listKey), byKey(after.routeMaps, mapKey)]
  const lists = filterLists.map((change) => {
    const key = listKey(change)
    return { key, ...planFilterList(hadLists.get(key), hasLists.get(key), change) }
  })
  const maps = routeMaps.map((change) => {
    const key = mapKey(change)
    return { key, ...planRouteMap(hadMaps.get(key), hasMaps.get(key), release) }
  })
  return {
    commands: [
      ...lists.flatMap(({ first, last }) => [...onTop('lists', first), ...onTop('lists that go', last)]),
      ...maps.flatMap(({ apart, first, last }) => [
        ...apart.map((line) => ({ phase: 'route-map lines in the way' as const, line })),
        ...first.map((line) => ({ phase: 'route-maps' as const, line })),
        ...onTop('route-maps that go', last),
      ]),
    ],
    result: {
      filterLists: settled(after.filterLists, hadLists, lists, listKey),
      routeMaps: settled(after.routeMaps, hadMaps, maps, mapKey),
    },
  }
}

/** What FRR has then: planned where something changes, and else with the numbers of before. */
function settled<T extends FilterList | RouteMap>(
  after: readonly T[],
  had: ReadonlyMap<string, T>,
  plans: readonly { readonly key: string; readonly result: T | undefined }[],
  keyOf: (item: T) => string,
): readonly T[] {
  const planned = new Map(plans.map(({ key, result }) => [key, result]))
  return after.flatMap((item) => {
    const key = keyOf(item)
    if (planned.has(key)) return planned.get(key) ?? []
    const before = had.get(key)
    return before === undefined || sameNumbers(before, item) ? item : before
  })
}

/** Then the one of `after` will do, which the next text may share. */
function sameNumbers(before: FilterList | RouteMap, after: FilterList | RouteMap): boolean {
  return (
    before === after ||
    (before.entries.length === after.entries.length &&
      before.entries.every(({ seq }, i) => seq === after.entries[i]?.seq))
  )
}

function onTop(phase: Phase, lines: readonly string[]): readonly Phased[] {
  return lines.map((line) => ({ phase, line: saying(topLevel, line) }))
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [keyOf(item), item]))
}

function listKey({ kind, name }: Pick<FilterList, 'kind' | 'name'>): string {
  return `${kind} ${name}`
}

function mapKey({ name }: Pick<RouteMap, 'name'>): string {
  return name
}
