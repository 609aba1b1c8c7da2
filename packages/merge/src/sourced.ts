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
 * The union of lists that `sourcedList` or this function made; a single one is the answer itself. Origins come in the
 * order of the lists. Neighbors are joined two by two, and what two lists make is remembered as long as both live: when
 * one of a thousand objects has changed, ten joins are made anew and not a thousand.
 */
export function joinSourced<T>(lists: readonly (readonly Sourced<T>[])[], order: Order<T>): readonly Sourced<T>[] {
  let joined: readonly (readonly Sourced<T>[])[] = lists.filter((list) => list.length > 0)
  while (joined.length > 1) {
    const pairs: (readonly Sourced<T>[])[] = []
    for (let i = 0; i < joined.length; i += 2) pairs.push(joinPair(joined[i] ?? [], joined[i + 1] ?? [], order))
    joined = pairs
  }
  return joined[0] ?? []
}

type List = readonly Sourced<unknown>[]

// Joining is pure, lists never change, and the values of one list always have one order.
const pairs = new WeakMap<List, WeakMap<List, List>>()

function joinPair<T>(a: readonly Sourced<T>[], b: readonly Sourced<T>[], order: Order<T>): readonly Sourced<T>[] {
  if (b.length === 0) return a
  const partners = pairs.get(a) ?? new WeakMap<List, List>()
  pairs.set(a, partners)
  // What is remembered for these two lists was made of their values.
  const known = partners.get(b) as readonly Sourced<T>[] | undefined
  const joined = known ?? mergeTwo(a, b, order)
  if (known === undefined) partners.set(b, joined)
  return joined
}

function mergeTwo<T>(a: readonly Sourced<T>[], b: readonly Sourced<T>[], order: Order<T>): readonly Sourced<T>[] {
  const [lastA, firstB] = [a.at(-1), b[0]]
  // Objects often speak of prefixes that lie apart.
  if (lastA !== undefined && firstB !== undefined && order(lastA.value, firstB.value) < 0) return [...a, ...b]
  const merged: Sourced<T>[] = []
  let j = 0
  for (const item of a) {
    let other = b[j]
    let before = other === undefined ? -1 : order(item.value, other.value)
    while (other !== undefined && before > 0) {
      merged.push(other)
      other = b[++j]
      before = other === undefined ? -1 : order(item.value, other.value)
    }
    if (other !== undefined && before === 0) {
      merged.push({ value: item.value, origins: [...item.origins, ...other.origins] })
      j++
    } else merged.push(item)
  }
  for (; j < b.length; j++) {
    const rest = b[j]
    if (rest !== undefined) merged.push(rest)
  }
  return merged
}
