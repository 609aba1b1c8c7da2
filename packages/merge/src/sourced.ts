import type { Origin, Sourced } from '@frrkit/model'

/** How values are told apart, and in which order they come. */
export type Order<T> = { readonly key: (value: T) => string; readonly compare: (a: T, b: T) => number }

/** Sorted, and every value once, with all who asked for it. The values of one list share one array of origins. */
export function sourcedList<T>(
  values: readonly T[],
  origin: Origin,
  { key, compare }: Order<T>,
): readonly Sourced<T>[] {
  const origins = [origin]
  const unique = new Map(values.map((value) => [key(value), value]))
  return [...unique.values()].toSorted(compare).map((value) => ({ value, origins }))
}

/** The union of lists that `sourcedList` or this function made; a single one is the answer itself. */
export function joinSourced<T>(
  lists: readonly (readonly Sourced<T>[])[],
  { key, compare }: Order<T>,
): readonly Sourced<T>[] {
  const filled = lists.filter((list) => list.length > 0)
  if (filled.length <= 1) return filled[0] ?? []
  const joined = new Map<string, Sourced<T>>()
  // Origins that we copied because a second list has the value too: only these may grow.
  const grown = new Map<string, Origin[]>()
  for (const item of filled.flat()) {
    const name = key(item.value)
    const known = joined.get(name)
    const own = grown.get(name)
    if (known === undefined) joined.set(name, item)
    else if (own !== undefined) own.push(...item.origins)
    else {
      const origins = [...known.origins, ...item.origins]
      grown.set(name, origins)
      joined.set(name, { value: known.value, origins })
    }
  }
  return [...joined.values()].toSorted((a, b) => compare(a.value, b.value))
}
