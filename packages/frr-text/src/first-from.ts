/** Where, in a rising sequence, those begin that are so; its length where none is. In a few steps, however long it is. */
export function firstFrom<T>(rising: readonly T[], isSo: (item: T) => boolean): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSo(rising[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
