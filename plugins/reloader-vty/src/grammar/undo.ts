import type { ContextKind, Release } from '@frrkit/frr-text'
import { type Known, know, withoutNo } from './know.ts'
import { splitNotation } from './notation.ts'

/**
 * What takes a line back, and nothing else; undefined where nothing does, or the line is not known. `line` may be one that
 * begins with `no`, where FRR has a default that it takes away.
 */
export function undoLine(kind: ContextKind, line: string, release: Release): string | undefined {
  const known = know(kind, line, release)
  const undo = known?.rule.undo
  if (known === undefined || undo === '') return undefined
  const text = withoutNo(line)
  if (text === line) return undo === undefined ? `no ${line}` : fillIn(undo, known)
  // What had a value before it was taken away is not in the text.
  return undo === undefined ? text : undefined
}

/** The words of the undo, with those of the line where it has the same variable. */
function fillIn(undo: string, { parts }: Known): string {
  const left = [...parts()]
  const words = splitNotation(undo).map((word) => {
    const i = left.findIndex(({ notation }) => notation === word)
    return i < 0 ? word : (left.splice(i, 1)[0]?.words ?? '')
  })
  return words.filter((word) => word !== '').join(' ')
}
