import type { FilterEntry, FilterList, FilterListChange } from '@frrkit/frr-text'

/** Something of a text after a change, and how it differs from before. */
export type Changed<T, C> = { readonly item: T; readonly change: C | undefined }

/** A list without some entries and with others; `undefined` where it is not a mere set of what is permitted. */
export function changeList(
  list: FilterList,
  less?: FilterList,
  more?: FilterList,
): Changed<FilterList, FilterListChange> | undefined {
  const { kind, name } = list
  const coming = more?.entries ?? []
  const [going, taking] = [numbersOf(less?.entries), numbersOf(coming)]
  const gone = list.entries.filter(({ seq }) => going.has(seq))
  const kept = gone.length === 0 ? list.entries : list.entries.filter(({ seq }) => !going.has(seq))
  const entries = [...kept, ...coming].toSorted((a, b) => a.seq - b.seq)
  // Which of two entries holds that say the same number is a matter of where they stand.
  if (list.replaced !== undefined || more?.replaced !== undefined || kept.some(({ seq }) => taking.has(seq))) {
    return undefined
  }
  // Order and repetition mean something otherwise.
  if (entries.length === 0 || ![...list.entries, ...coming].every(isPermit)) return undefined
  const [left, come] = [new Set(list.entries.map(matchOf)), new Set(coming.map(matchOf))]
  if (left.size < list.entries.length || come.size < coming.length) return undefined
  for (const { match } of gone) left.delete(match)
  if (coming.some(({ match }) => left.has(match))) return undefined
  const went = new Set(gone.map(matchOf))
  const removed = gone.filter(({ match }) => !come.has(match))
  const added = coming.filter(({ match }) => !went.has(match))
  const isSame = removed.length + added.length === 0
  return {
    item: { kind, name, entries },
    change: isSame ? undefined : { change: 'changed', kind, name, removed, added },
  }
}

function numbersOf(entries: readonly FilterEntry[] = []): ReadonlySet<number> {
  return new Set(entries.map(({ seq }) => seq))
}

function isPermit({ action }: FilterEntry): boolean {
  return action === 'permit'
}

function matchOf({ match }: { readonly match: string }): string {
  return match
}
