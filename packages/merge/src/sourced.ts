import type { Origin, Sourced } from '@frrkit/model'

/** A total order: equal means the same value. */
export type Order<T> = (a: T, b: T) => number

/** Sorted, and every value once. The values of one list share one array of origins. */
export function sourcedList<T>(values: readonly T[], origin: Origin, order: Order<T>): readonly Sourced<T>[] {
  const origins = [origin]
  return sortedOnce(
    values.map((value) => ({ value, origins })),
    order,
  )
}

/** The same for values that have origins; of equal ones the first is kept. */
export function sortedOnce<T>(values: readonly Sourced<T>[], order: Order<T>): readonly Sourced<T>[] {
  const list: Sourced<T>[] = []
  for (const sourced of values.toSorted((a, b) => order(a.value, b.value))) {
    const last = list.at(-1)
    if (last === undefined || order(last.value, sourced.value) !== 0) list.push(sourced)
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
  const merged: Sourced<T>[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [left, right] = [at(a, i), at(b, j)]
    const ordered = order(left.value, right.value)
    if (ordered === 0) {
      merged.push({ value: left.value, origins: [...left.origins, ...right.origins] })
      i++
      j++
    } else if (ordered < 0) i = take(a, i, endOfRun(a, i, right.value, order), merged)
    else j = take(b, j, endOfRun(b, j, left.value, order), merged)
  }
  take(a, i, a.length, merged)
  take(b, j, b.length, merged)
  return merged
}

/** The first place after `from` whose value does not come before `value`; in steps that double, for runs are often long. */
function endOfRun<T>(list: readonly Sourced<T>[], from: number, value: T, order: Order<T>): number {
  const before = (i: number) => order(at(list, i).value, value) < 0
  let [known, step] = [from, 1]
  while (known + step < list.length && before(known + step)) {
    known += step
    step *= 2
  }
  let end = Math.min(known + step, list.length)
  while (end - known > 1) {
    const middle = (known + end) >> 1
    if (before(middle)) known = middle
    else end = middle
  }
  return end
}

function take<T>(from: readonly T[], start: number, end: number, into: T[]): number {
  for (let i = start; i < end; i++) into.push(at(from, i))
  return end
}

function at<T>(list: readonly T[], i: number): T {
  const item = list[i]
  if (item === undefined) throw new Error(`BUG: ${i} is outside a list of ${list.length}`)
  return item
}
