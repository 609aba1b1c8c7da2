/** An entry of what shall be: the number that it wants, and the one that it has where it stays as it is. */
export type Numbered = { readonly wanted: number; readonly has?: number }

/**
 * Numbers for all entries, in rising order: what stays keeps its own, the others get the wanted one, or the nearest that
 * fits between their neighbors. Undefined where something stands too close together for that.
 */
export function fittingNumbers(entries: readonly Numbered[], highest: number): readonly number[] | undefined {
  const numbers: number[] = []
  for (let from = 0; from < entries.length; ) {
    const to = nextThatStays(entries, from)
    const ceiling = entries[to]?.has ?? highest + 1
    for (let i = from; i < to; i++) {
      const low = (numbers[i - 1] ?? 0) + 1
      const high = ceiling - (to - i)
      if (low > high) return undefined
      numbers.push(Math.min(Math.max(entries[i]?.wanted ?? 0, low), high))
    }
    if (to < entries.length) numbers.push(ceiling)
    from = to + 1
  }
  return numbers
}

function nextThatStays(entries: readonly Numbered[], from: number): number {
  let to = from
  while (to < entries.length && entries[to]?.has === undefined) to++
  return to
}
