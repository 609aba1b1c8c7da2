import { type Comparison, type Context, type FilterList, type FrrText, parseFrrText, spell } from '@frrkit/frr-text'
import { type Changed, changeList } from './change-list.ts'
import { type Edited, editedLines } from './edited-lines.ts'
import { editsBetween } from './edits.ts'

export type Reread = { readonly parsed: FrrText; readonly comparison: Comparison }

/**
 * Reads a text that differs from one that was read before by entries of prefix-lists and networks alone, which is what
 * most changes are: in a few milliseconds where ten thousand prefixes take a hundred. `undefined`: read all of it.
 */
export function reread(last: { readonly text: string; readonly parsed: FrrText }, text: string): Reread | undefined {
  const [before, after] = [last.text.split('\n'), text.split('\n')]
  const edits = editsBetween(before, after)
  const gone = edits && editedLines(before, edits.removed)
  const come = edits && editedLines(after, edits.added)
  if (gone === undefined || come === undefined || isSaidTwice(gone, after)) return undefined
  const { contexts: hadContexts, filterLists: hadLists } = last.parsed
  const contexts = changeAll(hadContexts, families(gone), families(come), keyOfContext, changeContext)
  const lists = changeAll(hadLists, listsOf(gone), listsOf(come), keyOfList, changeList)
  if (contexts === undefined || lists === undefined) return undefined
  return {
    parsed: { ...last.parsed, contexts: contexts.items, filterLists: lists.items },
    comparison: { contexts: contexts.changes, filterLists: lists.changes, routeMaps: [] },
  }
}

function families({ networks }: Edited): readonly Context[] {
  const byPath = Map.groupBy(networks, ({ path }) => path.join('\n'))
  return [...byPath].map(([path, inside]) => ({
    kind: 'address-family',
    path: path.split('\n'),
    lines: inside.flatMap(({ line }) => spell('address-family', line)),
  }))
}

function listsOf({ entries }: Edited): readonly FilterList[] {
  return entries.length === 0 ? [] : parseFrrText(entries.join('\n')).filterLists
}

/** A line that goes in one place and stands in another, as when a raw snippet repeats it, does not go. */
function isSaidTwice({ entries, networks }: Edited, after: readonly string[]): boolean {
  const going = new Set([...entries.map((line) => line.trim()), ...networks.map(({ line }) => line)])
  return going.size > 0 && after.some((line) => going.has(line.trim()))
}

type ChangedAll<T, C> = { readonly items: readonly T[]; readonly changes: readonly C[] }

/** All that are touched must have been there before, and be there afterwards: no other lines may depend on them. */
function changeAll<T, C>(
  items: readonly T[],
  removed: readonly T[],
  added: readonly T[],
  keyOf: (item: T) => string,
  change: (item: T, removed: T | undefined, added: T | undefined) => Changed<T, C> | undefined,
): ChangedAll<T, C> | undefined {
  const [less, more] = [byKey(removed, keyOf), byKey(added, keyOf)]
  const touched = new Set([...less.keys(), ...more.keys()])
  const changes: C[] = []
  const result: T[] = []
  for (const item of items) {
    const key = keyOf(item)
    const changed = touched.delete(key) ? change(item, less.get(key), more.get(key)) : { item, change: undefined }
    if (changed === undefined) return undefined
    result.push(changed.item)
    if (changed.change !== undefined) changes.push(changed.change)
  }
  return touched.size === 0 ? { items: result, changes } : undefined
}

function changeContext(
  context: Context,
  less?: Context,
  more?: Context,
): Changed<Context, Comparison['contexts'][number]> {
  const had = new Set(context.lines)
  const coming = new Set(more?.lines)
  const removed = (less?.lines ?? []).filter((line) => had.has(line) && !coming.has(line))
  const added = [...coming].filter((line) => !had.has(line))
  if (removed.length + added.length === 0) return { item: context, change: undefined }
  for (const line of removed) had.delete(line)
  const { kind, path } = context
  return { item: { kind, path, lines: [...had, ...added] }, change: { change: 'changed', kind, path, removed, added } }
}

function keyOfContext({ path }: Context): string {
  return path.join('\n')
}

function keyOfList({ kind, name }: FilterList): string {
  return `${kind} ${name}`
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [keyOf(item), item]))
}
