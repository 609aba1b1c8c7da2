/** How many items two lists have in common at their beginnings, and, behind those, at their ends. */
export type SharedEnds = { readonly first: number; readonly last: number }

/** Two long lists are mostly the same but for a few items in the middle, and only those need a second look. */
export function sharedEnds<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): SharedEnds {
  const shortest = Math.min(one.length, other.length)
  const areSame = (i: number, j: number) => one[i] === other[j] || same(one[i] as T, other[j] as T)
  let first = 0
  while (first < shortest && areSame(first, first)) first++
  let last = 0
  while (last < shortest - first && areSame(one.length - 1 - last, other.length - 1 - last)) last++
  return { first, last }
}

export function between<T>(items: readonly T[], { first, last }: SharedEnds): readonly T[] {
  return items.slice(first, items.length - last)
}
