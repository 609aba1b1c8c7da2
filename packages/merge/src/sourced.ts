import type { Origin, Sourced } from '@frrkit/model'

/** A total order: equal means the same value. */
export type Order<T> = (a: T, b: T) => number

/** Sorted, and every value once. The values of one list share one array of origins. */
export function sourcedList<T>(values: readonly T[], origin: Origin, order: Order<T>): readonly Sourced<T>[] {
  const origins = [origin]
  const list: Sourced<T>[] = []
  for (const value of values.toSorted(order)) {
    const last = list.at(-1)
    if (last === undefined || order(last.value, value) !== 0) list.push({ value, origins })
  }
  return list
}

/**
 * The union of lists that `sourcedList` or this function made; a single one is the answer itself. Made for hundred
 * thousands of values: sorting finds the lists sorted already and merges them, and nothing is copied but the origins of
 * a value that several lists have. Those come in the order of the lists.
 */
export function joinSourced<T>(lists: readonly (readonly Sourced<T>[])[], order: Order<T>): readonly Sourced<T>[] {
  const filled = lists.filter((list) => list.length > 0)
  if (filled.length <= 1) return filled[0] ?? []
  const joined: Sourced<T>[] = []
  let last: Sourced<T> | undefined
  let grown: Origin[] | undefined
  for (const item of filled.flat().toSorted((a, b) => order(a.value, b.value))) {
    if (last === undefined || order(last.value, item.value) !== 0) {
      joined.push(item)
      last = item
      grown = undefined
    } else if (grown !== undefined) grown.push(...item.origins)
    else {
      grown = [...last.origins, ...item.origins]
      joined[joined.length - 1] = { value: last.value, origins: grown }
    }
  }
  return joined
}
