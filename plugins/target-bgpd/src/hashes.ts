import { comparePrefixes, type Prefix, type Sourced } from '@frrkit/model'
import { hash } from './sequence.ts'

type Item = Sourced<Prefix>
type Hashed = { readonly items: readonly Item[]; readonly hashes: Uint32Array }

// By the first item: a list that begins with another one is hashed anew, and nothing outlives the model.
const known = new WeakMap<Item, Hashed>()

/** The hash of each prefix of a sorted list. Those that the list's last version had, and that is most, are not hashed again. */
export function hashesOf(items: readonly Item[]): Uint32Array {
  const [first] = items
  if (first === undefined) return new Uint32Array(0)
  const before = known.get(first)
  if (before?.items === items) return before.hashes
  const hashes = new Uint32Array(items.length)
  let j = 0
  items.forEach((item, i) => {
    if (before !== undefined) j = skipTo(item, before.items, j)
    hashes[i] = before?.items[j] === item ? (before.hashes[j] ?? 0) : hash(item.value.text)
  })
  known.set(first, { items, hashes })
  return hashes
}

/** Where in a sorted list the item is, or would be. */
function skipTo(item: Item, items: readonly Item[], from: number): number {
  let at = from
  while (at < items.length && items[at] !== item && comesBefore(items[at], item)) at++
  return at
}

function comesBefore(item: Item | undefined, other: Item): boolean {
  return item !== undefined && comparePrefixes(item.value, other.value) < 0
}
