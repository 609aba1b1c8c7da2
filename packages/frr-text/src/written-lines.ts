import { createFilterLists } from './filter-lists.ts'
import { readLines } from './lines.ts'
import { move } from './moves.ts'
import { createPlacing, type Placed } from './place.ts'
import { spell } from './spelling.ts'

/** A line, and the contexts that it is in. */
export type LineInPlace = { readonly path: readonly string[]; readonly line: string }

/** A line of a text as somebody wrote it, and what `parseFrrText` makes of it. */
export type WrittenLine = LineInPlace & {
  /** Counts the lines of the text from 1. */
  readonly at: number
  /** In FRR's spelling, where FRR shows it; entries of lists without their numbers. */
  readonly meant: readonly LineInPlace[]
}

/** Every line that FRR reads, in the order of the text: the way back from what was parsed to where it was written. */
export function* writtenLines(text: string): Generator<WrittenLine> {
  const placing = createPlacing()
  for (const [i, raw] of text.split('\n').entries()) {
    const [line] = readLines(raw)
    const placed = line === undefined ? undefined : placing(line)
    if (line === undefined || placed === undefined) continue
    const { path } = placed.place
    yield { at: i + 1, path: placed.opens ? path.slice(0, -1) : path, line, meant: meaningOf(placed, line) }
  }
}

function meaningOf({ place, opens }: Placed, written: string): readonly LineInPlace[] {
  if (opens) return [{ path: place.path.slice(0, -1), line: place.path.at(-1) ?? '' }]
  const moved = move(place, written)
  return spell(moved.place.kind, moved.line).map((line) => ({ path: moved.place.path, line: withoutNumber(line) }))
}

function withoutNumber(line: string): string {
  const filters = createFilterLists()
  if (!/ (?:permit|deny) /.test(line) || !filters.take(line)) return line
  const [list] = filters.lists()
  const [entry] = list?.entries ?? []
  return list === undefined || entry === undefined ? line : `${list.kind} ${list.name} ${entry.action} ${entry.match}`
}
