/** A part of a long list, ready for the template. Frozen: the renderer keeps the text of what can never change. */
type Chunk<View> = { readonly items: readonly object[]; readonly numbers: Uint32Array; readonly view: View }

/** How many lines a chunk has on average. */
const usual = 128

export type Chunking<Item extends object, View extends object> = (
  key: string,
  items: readonly Item[],
  /** A number for each item, by the item's own content. */
  numbers: Uint32Array,
) => readonly View[]

/**
 * Cuts long lists into views of about a hundred items, and answers the view of before where nothing has changed, so that
 * one prefix among a hundred thousand costs the lines around it. Where a chunk begins depends on the number of its first
 * item alone: an insertion moves no other border. `key` names the list, since several may hold the same items.
 */
export function chunking<Item extends object, View extends object>(
  viewOf: (key: string, items: readonly Item[], numbers: Uint32Array) => View,
): Chunking<Item, View> {
  const known = new WeakMap<Item, Map<string, Chunk<View>>>()
  return (key, items, numbers) => {
    const views: View[] = []
    for (let from = 0; from < items.length; ) {
      const [first, to] = [items[from], endOfChunk(numbers, from)]
      if (first === undefined) throw new Error('BUG: a list with a hole')
      const byKey = known.get(first) ?? new Map<string, Chunk<View>>()
      let chunk = byKey.get(key)
      if (chunk === undefined || !same(chunk, items, numbers, from, to)) {
        const [own, ownNumbers] = [items.slice(from, to), numbers.slice(from, to)]
        chunk = { items: own, numbers: ownNumbers, view: Object.freeze(viewOf(key, own, ownNumbers)) }
        known.set(first, byKey.set(key, chunk))
      }
      views.push(chunk.view)
      from = to
    }
    return views
  }
}

function endOfChunk(numbers: Uint32Array, from: number): number {
  let to = from + 1
  while (to < numbers.length && (numbers[to] ?? 0) % usual !== 0) to++
  return to
}

function same(chunk: Chunk<object>, items: readonly object[], numbers: Uint32Array, from: number, to: number): boolean {
  if (chunk.items.length !== to - from) return false
  for (let i = from; i < to; i++) {
    if (chunk.items[i - from] !== items[i] || chunk.numbers[i - from] !== numbers[i]) return false
  }
  return true
}
