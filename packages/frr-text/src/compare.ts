import { align, type Pair } from './align.ts'
import type { ContextKind } from './contexts.ts'
import type { Context, FilterEntry, FilterList, FrrText, RouteMap, RouteMapEntry } from './frr-text.ts'
import { withoutLeftOut } from './left-out.ts'
import { createResembling } from './resembling.ts'
import { comparableEntries } from './route-maps.ts'
import { between, sharedEnds } from './shared-ends.ts'
import { withoutImportedInstances, withoutNeverComparable, withoutShownByItself } from './shown-by-itself.ts'

/** Whether the thing itself comes or goes, or only something in it. */
export type ChangeKind = 'added' | 'removed' | 'changed'

/** What is really different, by context; empty lists where nothing is. */
export type Comparison = {
  readonly contexts: readonly ContextChange[]
  readonly filterLists: readonly FilterListChange[]
  readonly routeMaps: readonly RouteMapChange[]
}

export type ContextChange = {
  readonly change: ChangeKind
  readonly kind: ContextKind
  readonly path: readonly string[]
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

export type FilterListChange = {
  readonly change: ChangeKind
  readonly kind: string
  readonly name: string
  /** With the numbers of `before`. */
  readonly removed: readonly FilterEntry[]
  /** With the numbers of `after`; entries that change places are in both. */
  readonly added: readonly FilterEntry[]
}

export type RouteMapChange = {
  readonly change: ChangeKind
  readonly name: string
  /** The entries that differ, in order: a pair where one takes the place of the other. */
  readonly entries: readonly Pair<RouteMapEntry>[]
}

/** What to do to `before` to have `after`, by meaning: as FRR reads both, whatever they look like. */
export function compareFrrTexts(before: FrrText, after: FrrText): Comparison {
  return {
    contexts: compareContexts(
      withoutLeftOut(withoutImportedInstances(before.contexts, after), { ...after.release, ...before.release }),
      withoutLeftOut(after.contexts, { ...before.release, ...after.release }),
    ),
    filterLists: compareFilterLists(before.filterLists, after.filterLists),
    routeMaps: compareRouteMaps(before.routeMaps, after.routeMaps),
  }
}

/** The same where `running` is what `show running-config` prints: what FRR shows by itself is no difference. */
export function compareWithRunning(running: FrrText, wanted: FrrText): Comparison {
  return compareFrrTexts(
    withoutNeverComparable(withoutShownByItself(running, wanted)),
    withoutNeverComparable({ ...wanted, release: running.release }),
  )
}

export function isEmpty({ contexts, filterLists, routeMaps }: Comparison): boolean {
  return contexts.length === 0 && filterLists.length === 0 && routeMaps.length === 0
}

function compareContexts(before: readonly Context[], after: readonly Context[]): readonly ContextChange[] {
  return pairsByKey(before, after, ({ path }) => path.join('\n')).flatMap((pair) => {
    const { kind, path } = one(pair)
    const [earlier, later] = [pair.before?.lines ?? [], pair.after?.lines ?? []]
    const shared = sharedEnds(earlier, later, Object.is)
    const [had, has] = [new Set(between(earlier, shared)), new Set(between(later, shared))]
    const removed = [...had].filter((line) => !has.has(line))
    const added = [...has].filter((line) => !had.has(line))
    const change = changeOf(pair)
    return change === 'changed' && removed.length + added.length === 0 ? [] : [{ change, kind, path, removed, added }]
  })
}

function compareFilterLists(before: readonly FilterList[], after: readonly FilterList[]): readonly FilterListChange[] {
  return pairsByKey(before, after, ({ kind, name }) => `${kind} ${name}`).flatMap((pair) => {
    const { kind, name } = one(pair)
    const [had, has] = [pair.before?.entries ?? [], pair.after?.entries ?? []]
    const isFree = isUnordered(had) && isUnordered(has)
    const { removed, added } = isFree ? compareSets(had, has) : compareSequences(pair)
    return removed.length + added.length === 0 ? [] : [{ change: changeOf(pair), kind, name, removed, added }]
  })
}

type EntryChanges = Pick<FilterListChange, 'removed' | 'added'>

function compareSequences({ before, after }: Pair<FilterList>): EntryChanges {
  const pairs = align(effectiveEntries(before), effectiveEntries(after), keyOf)
  return {
    removed: pairs.flatMap((entry) => (entry.before && !entry.after ? [entry.before] : [])),
    added: pairs.flatMap((entry) => (entry.after && !entry.before ? [entry.after] : [])),
  }
}

/** By what they match alone: ten thousand entries take no longer than it takes to see that most are the same. */
function compareSets(had: readonly FilterEntry[], has: readonly FilterEntry[]): EntryChanges {
  const shared = sharedEnds(had, has, (a, b) => a.match === b.match)
  const [before, after] = [between(had, shared), between(has, shared)]
  return { removed: notAmong(before, has, after), added: notAmong(after, had, before) }
}

/** Of the entries, each match once, those that a list has nowhere; most of it that is in question stands in `middle`. */
function notAmong(
  entries: readonly FilterEntry[],
  list: readonly FilterEntry[],
  middle: readonly FilterEntry[],
): readonly FilterEntry[] {
  const there = new Set(middle.map(({ match }) => match))
  const alone = new Map(
    entries.toReversed().flatMap((entry) => (there.has(entry.match) ? [] : [[entry.match, entry] as const])),
  )
  if (alone.size > 0) for (const { match } of list) alone.delete(match)
  return [...alone.values()].toReversed()
}

function compareRouteMaps(before: readonly RouteMap[], after: readonly RouteMap[]): readonly RouteMapChange[] {
  return pairsByKey(before, after, ({ name }) => name).flatMap((pair) => {
    const [had, has] = [comparableEntries(pair.before), comparableEntries(pair.after)]
    const different = align(had, has, ({ key }) => key).filter((entries) => !entries.before || !entries.after)
    const entries = pairOff(different).map((entry) => ({
      ...(entry.before && { before: entry.before.entry }),
      ...(entry.after && { after: entry.after.entry }),
    }))
    return entries.length === 0 ? [] : [{ change: changeOf(pair), name: one(pair).name, entries }]
  })
}

/** Without those that an earlier one covers word for word: they never have a say, and 8.4 does not even take them. */
export function effectiveEntries(list: FilterList | undefined): readonly FilterEntry[] {
  return [...new Map((list?.entries ?? []).toReversed().map((entry) => [entry.match, entry])).values()].toReversed()
}

/** The order of entries means nothing while all of them say the same. */
function isUnordered(entries: readonly FilterEntry[]): boolean {
  return entries.every(({ action }) => action === 'permit')
}

function keyOf({ action, match }: FilterEntry): string {
  return `${action} ${match}`
}

/** Of lone entries, those that resemble each other are one that changes. */
function pairOff<T extends { readonly entry: RouteMapEntry }>(pairs: readonly Pair<T>[]): readonly Pair<T>[] {
  const paired: Pair<T>[] = []
  const alone = createResembling()
  for (const { before, after } of pairs) {
    const i = after && alone.find(after.entry, (place) => paired[place]?.after === undefined)
    const earlier = i === undefined ? undefined : paired[i]?.before
    if (i !== undefined && after !== undefined && earlier !== undefined) paired[i] = { before: earlier, after }
    else {
      if (before !== undefined) alone.add(paired.length, before.entry)
      paired.push({ ...(before && { before }), ...(after && { after }) })
    }
  }
  return paired
}

/** By key, in the order of `before`, then what only `after` has. */
function pairsByKey<T>(before: readonly T[], after: readonly T[], key: (item: T) => string): readonly Pair<T>[] {
  const later = new Map(after.map((item) => [key(item), item]))
  const earlier = new Set(before.map(key))
  return [
    ...before.map((item) => {
      const other = later.get(key(item))
      return { before: item, ...(other !== undefined && { after: other }) }
    }),
    ...after.filter((item) => !earlier.has(key(item))).map((item) => ({ after: item })),
  ]
}

function changeOf({ before, after }: Pair<unknown>): ChangeKind {
  return before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
}

function one<T>({ before, after }: Pair<T>): T {
  const item = after ?? before
  if (item === undefined) throw new Error('BUG: a pair of nothing')
  return item
}
