import { firstFrom } from './first-from.ts'

/** Two entries that stand for each other, or one that stands alone. */
export type Pair<T> = { readonly before?: T; readonly after?: T }

/**
 * Puts two sequences side by side: entries with equal keys stand together where the order allows it, all others alone,
 * those of `before` first. Fast also for ten thousand entries.
 */
export function align<T>(before: readonly T[], after: readonly T[], keyOf: (entry: T) => string): readonly Pair<T>[] {
  const positions = positionsOf(before, keyOf)
  const seen = new Map<string, number>()
  const matches = after.flatMap((entry, j) => {
    const key = keyOf(entry)
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    const i = positions.get(key)?.[nth]
    return i === undefined ? [] : [{ i, j }]
  })
  const pairs: Pair<T>[] = []
  let [nextBefore, nextAfter] = [0, 0]
  for (const { i, j } of [...longestRise(matches), { i: before.length, j: after.length }]) {
    for (const entry of before.slice(nextBefore, i)) pairs.push({ before: entry })
    for (const entry of after.slice(nextAfter, j)) pairs.push({ after: entry })
    const [one, other] = [before[i], after[j]]
    if (one !== undefined && other !== undefined) pairs.push({ before: one, after: other })
    ;[nextBefore, nextAfter] = [i + 1, j + 1]
  }
  return pairs
}

function positionsOf<T>(entries: readonly T[], keyOf: (entry: T) => string): ReadonlyMap<string, readonly number[]> {
  return Map.groupBy(
    entries.map((_, i) => i),
    (i) => keyOf(entries[i] as T),
  )
}

type Match = { readonly i: number; readonly j: number }

/** The most matches whose places rise on both sides: patience sorting, n log n. `matches` rise in `j`. */
function longestRise(matches: readonly Match[]): readonly Match[] {
  const ends: number[] = []
  const previous: number[] = []
  for (const [n, { i }] of matches.entries()) {
    const at = firstFrom(ends, (end) => (matches[end]?.i ?? 0) >= i)
    previous[n] = at > 0 ? (ends[at - 1] ?? -1) : -1
    ends[at] = n
  }
  const rise: Match[] = []
  for (let n = ends.at(-1) ?? -1; n >= 0; n = previous[n] ?? -1) {
    const match = matches[n]
    if (match !== undefined) rise.push(match)
  }
  return rise.toReversed()
}
