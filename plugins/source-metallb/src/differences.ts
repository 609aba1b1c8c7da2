/** Entries that a list has no longer, and entries that it has now. */
export type Differences<T> = { readonly gone: readonly T[]; readonly come: readonly T[] }

/**
 * What is different between one list and the next: all from the first entry that is another to the last. One object that
 * changed in a list of ten thousand is one that has gone and one that has come; a list in another order is all of it.
 */
export function watchList<T>(): (list: readonly T[]) => Differences<T> {
  let last: readonly T[] = []
  return (list) => {
    const shorter = Math.min(last.length, list.length)
    let [start, end] = [0, 0]
    while (start < shorter && last[start] === list[start]) start++
    while (end < shorter - start && last[last.length - 1 - end] === list[list.length - 1 - end]) end++
    const differences = { gone: last.slice(start, last.length - end), come: list.slice(start, list.length - end) }
    last = list
    return differences
  }
}
