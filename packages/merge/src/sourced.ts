import type { Origin, Sourced } from '@frrkit/model'

/** How values are told apart, and in which order they come. */
export type Order<T> = { readonly key: (value: T) => string; readonly compare: (a: T, b: T) => number }

/** Sorted, and every value once. The values of one list share one array of origins. */
export function sourcedList<T>(
  values: readonly T[],
  origin: Origin,
  { key, compare }: Order<T>,
): readonly Sourced<T>[] {
  const origins = [origin]
  const unique = new Map<string, Sourced<T>>()
  for (const value of values) unique.set(key(value), { value, origins })
  return sorted(unique, compare)
}

/**
 * The union of lists that `sourcedList` or this function made; a single one is the answer itself. It is made for ten
 * thousands of values: nothing is copied but the origins of a value that several lists have.
 */
export function joinSourced<T>(
  lists: readonly (readonly Sourced<T>[])[],
  { key, compare }: Order<T>,
): readonly Sourced<T>[] {
  const filled = lists.filter((list) => list.length > 0)
  if (filled.length <= 1) return filled[0] ?? []
  const joined = new Map<string, Sourced<T>>()
  // Arrays of origins that are ours, and so may grow.
  const grown = new Map<string, Origin[]>()
  for (const list of filled) {
    for (const item of list) {
      const name = key(item.value)
      const known = joined.get(name)
      if (known === undefined) joined.set(name, item)
      else {
        const origins = grown.get(name)
        if (origins !== undefined) origins.push(...item.origins)
        else {
          const copy = [...known.origins, ...item.origins]
          grown.set(name, copy)
          joined.set(name, { value: known.value, origins: copy })
        }
      }
    }
  }
  return sorted(joined, compare)
}

function sorted<T>(items: ReadonlyMap<string, Sourced<T>>, compare: Order<T>['compare']): readonly Sourced<T>[] {
  return [...items.values()].toSorted((a, b) => compare(a.value, b.value))
}
