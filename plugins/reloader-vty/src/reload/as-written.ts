import { type Comparison, type FrrText, type LineInPlace, writtenLines } from '@frrkit/frr-text'
import { hidden, redactFrrText } from '@frrkit/model'
import type { RefusedLine } from '@frrkit/plugin'
import type { LineWords } from '@frrkit/vty'
import { changedLines } from '../check/changed-lines.ts'
import type { CheckedLine } from '../check/check.ts'
import { mostLines } from './words.ts'

/** Lines of a text, where and as somebody wrote them: FRR shows some in another place, and in other words. */
export type AsWritten = {
  readonly lines: readonly CheckedLine[]
  /** With their numbers, one for each time that the line is there. */
  readonly refused: readonly RefusedLine[]
}

/** A line that the text does not have, as FRR adds some, stays as it is. */
export function asWritten(text: string, lines: readonly CheckedLine[]): AsWritten {
  const sought = lines.map((line) => ({ ...line, key: keyOf(line) }))
  const found = find(text, new Set(sought.map(({ key }) => key)), keyOf)
  return {
    lines: sought.map(({ key, why, ...checked }) => {
      const { path, line } = found.get(key)?.at(-1) ?? checked
      return { path, line, why }
    }),
    refused: sought.flatMap(({ key, why }) =>
      (found.get(key) ?? []).map(({ at, path, line }) => ({ at, line: inOne(path, line), why })),
    ),
  }
}

/** FRR names a line and not its place: known is the place of a line that is in one context alone. */
export function refusedByFrr(text: string, { line: told, words }: LineWords): readonly RefusedLine[] {
  const line = told.trim()
  const key = ({ line: each }: LineInPlace) => numberless(each)
  const found = find(text, new Set([numberless(line)]), key).get(numberless(line)) ?? []
  const places = new Set(found.map(({ path }) => path.join('\n')))
  if (places.size > 1) return []
  const why = redactFrrText(words)
  return found.slice(0, mostLines).map(({ at, path, line: written }) => ({ at, line: inOne(path, written), why }))
}

/** What FRR has taken and not done; lines that it should have taken away are nobody's. */
export function notShown(text: string, wanted: FrrText, left: Comparison): readonly RefusedLine[] {
  const why = 'it says nothing against it, and does not show it afterwards'
  const lines = [...changedLines(wanted, left)].filter(({ line }) => !line.startsWith('hostname '))
  return asWritten(
    text,
    lines.slice(0, mostLines).map(({ path, line }) => ({ path, line: redactFrrText(line), why })),
  ).refused.slice(0, mostLines)
}

type Found = LineInPlace & { readonly at: number }

/** What is sought has its secrets hidden; where that matters, so has what is looked at. */
function find(
  text: string,
  keys: ReadonlySet<string>,
  keyOfLine: (line: LineInPlace) => string,
): ReadonlyMap<string, readonly Found[]> {
  const found = new Map<string, Found[]>()
  const shown = [...keys].some((key) => key.includes(hidden)) ? redactFrrText : (line: string) => line
  for (const { at, path, line, meant } of keys.size === 0 ? [] : writtenLines(text)) {
    for (const each of meant) {
      const key = keyOfLine({ path: each.path, line: shown(each.line) })
      if (keys.has(key)) found.set(key, [...(found.get(key) ?? []), { at, path, line: redactFrrText(line) }])
    }
  }
  return found
}

function keyOf({ path, line }: LineInPlace): string {
  return [...path, numberless(line)].join('\n')
}

/** An entry of a list; FRR counts those that have no number. */
function numberless(line: string): string {
  return line.replace(/ seq \d+ (?=(?:permit|deny) )/, ' ')
}

function inOne(path: readonly string[], line: string): string {
  return redactFrrText([...path, line].join(' / '))
}
