import {
  align,
  comparableEntries,
  createResembling,
  entryFrom,
  type Release,
  type RouteMap,
  type RouteMapEntry,
} from '@frrkit/frr-text'
import { changeLines } from './change-lines.ts'
import { entering, type Line, undoing } from './line.ts'
import { linesInTheWay } from './lost-rules.ts'
import { fittingNumbers } from './sequence-numbers.ts'

export type RouteMapPlan = {
  /** What is taken back by itself, before anything else of the route-maps. */
  readonly apart: readonly Line[]
  readonly first: readonly Line[]
  /** Lines of the top level that remove entries, once nothing that needs them is left. */
  readonly last: readonly string[]
  readonly result: RouteMap | undefined
}

const highestNumber = 65_535

/**
 * Takes one route-map to the other: entries that stay keep their numbers and are not touched, those that resemble each
 * other are changed line by line.
 */
export function planRouteMap(
  before: RouteMap | undefined,
  after: RouteMap | undefined,
  release: Release,
): RouteMapPlan {
  const name = before?.name ?? after?.name ?? ''
  if (after === undefined) return { apart: [], first: [], last: [`no route-map ${name}`], result: undefined }
  const entries = numbered(before, after)
  const has = new Map(before?.entries.map((entry) => [entry.seq, entry]))
  const shall = new Set(entries.map(({ seq }) => seq))
  const changes = entries.map((entry) => changeEntry(name, has.get(entry.seq), entry, release))
  return {
    apart: changes.flatMap(({ apart }) => apart),
    first: changes.flatMap(({ lines }) => lines),
    last: (before?.entries ?? []).filter(({ seq }) => !shall.has(seq)).map((entry) => `no ${openerOf(name, entry)}`),
    result: { name, entries },
  }
}

function changeEntry(
  name: string,
  before: RouteMapEntry | undefined,
  after: RouteMapEntry,
  release: Release,
): { readonly apart: readonly Line[]; readonly lines: readonly Line[] } {
  const place = { kind: 'route-map' as const, path: [openerOf(name, after)] }
  const had = before?.lines ?? []
  const inTheWay = linesInTheWay(had, after.lines, release)
  const lines = changeLines(
    place,
    had.filter((line) => !inTheWay.has(line)),
    after.lines,
  )
  return {
    apart: [...inTheWay].map((line) => undoing({ kind: 'route-map', path: [openerOf(name, before ?? after)] }, line)),
    // Entering makes the entry, or gives it the other action.
    lines: lines.length === 0 && before?.action !== after.action ? [entering(place)] : lines,
  }
}

function openerOf(name: string, { action, seq }: RouteMapEntry): string {
  return `route-map ${name} ${action} ${seq}`
}

/** The entries that shall be, by the numbers that they get; jumps lead to those. */
function numbered(before: RouteMap | undefined, after: RouteMap): readonly RouteMapEntry[] {
  const { entries } = after
  const kept = keptNumbers(before, after)
  const numbers = fittingNumbers(
    entries.map(({ seq }, i) => ({ wanted: seq, ...(kept[i] !== undefined && { has: kept[i] }) })),
    highestNumber,
  )
  return numbers === undefined ? entries : entries.map((entry, i) => renumber(entry, i, entries, numbers))
}

function renumber(
  { action, lines }: RouteMapEntry,
  i: number,
  wanted: readonly RouteMapEntry[],
  numbers: readonly number[],
): RouteMapEntry {
  const moved = lines.map((line) => {
    const [, to] = /^on-match goto (\d+)$/.exec(line) ?? []
    if (to === undefined) return line
    const past = Math.min(Math.max(Number(to), (numbers.at(-1) ?? 0) + 1), highestNumber)
    return `on-match goto ${numbers[entryFrom(wanted, Number(to))] ?? past}`
  })
  return { seq: numbers[i] ?? 0, action, lines: moved }
}

/** For each entry of `after`, the number of the one before that it is, or that becomes it. */
function keptNumbers(before: RouteMap | undefined, after: RouteMap): readonly (number | undefined)[] {
  const pairs = align(comparableEntries(before), comparableEntries(after), ({ key }) => key)
  const kept: (number | undefined)[] = []
  let gone = createResembling()
  // Order has to stay: what stands before one that was taken is no longer to be had.
  let free = 0
  for (const [i, { before: had, after: has }] of pairs.entries()) {
    if (had !== undefined && has !== undefined) {
      kept.push(had.entry.seq)
      gone = createResembling()
    } else if (had !== undefined) gone.add(i, had.entry)
    else if (has !== undefined) {
      const taken = gone.find(has.entry, (place) => place >= free)
      kept.push(pairs[taken ?? -1]?.before?.entry.seq)
      if (taken !== undefined) free = taken + 1
    }
  }
  return kept
}
