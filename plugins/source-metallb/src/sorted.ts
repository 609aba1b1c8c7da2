import { compareText } from '@frrkit/model'

/** Beyond this many changes sorting anew is faster than finding the place of each. */
const few = 64

/** A sorted list without some of its entries, and with others; what has gone and come is there once more. */
export function revised(list: readonly string[], gone: Iterable<string>, come: Iterable<string>): readonly string[] {
  if (list.length === 0) return [...new Set(come)].toSorted(compareText)
  const [without, more] = [new Set(gone), new Set(come)]
  if (without.size + more.size > few) {
    return [...new Set([...list.filter((text) => !without.has(text)), ...more])].toSorted(compareText)
  }
  const copy = [...list]
  for (const text of without) {
    const place = placeOf(copy, text)
    if (copy[place] === text) copy.splice(place, 1)
  }
  for (const text of more) {
    const place = placeOf(copy, text)
    if (copy[place] !== text) copy.splice(place, 0, text)
  }
  return copy
}

/** Where a text stands in a sorted list, or would. */
export function placeOf(list: readonly string[], text: string): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((list[middle] ?? '') < text) from = middle + 1
    else to = middle
  }
  return from
}
