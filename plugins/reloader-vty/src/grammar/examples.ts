import { type Part, parseNotation } from './notation.ts'
import { exampleValues } from './placeholders.ts'

/** Lines of a command that FRR takes: each choice once, both ends of each range, with and without what may be left out. */
export function examplesOf(notation: string): readonly string[] {
  const parts = parseNotation(notation)
  const most = 2 * Math.max(...parts.map(width))
  return [...new Set(Array.from({ length: most }, (_, nth) => words(parts, nth).join(' ')))]
}

function width(part: Part): number {
  if (part.is === 'word') return 1
  if (part.is === 'value') return exampleValues(part.name).length
  const inner = part.is === 'perhaps' ? [part.parts] : part.choices
  return inner.length * Math.max(...inner.flat().map(width)) + (part.is === 'one-of' ? 0 : 1)
}

function words(parts: readonly Part[], nth: number): readonly string[] {
  return parts.flatMap((part) => {
    if (part.is === 'word') return [part.word]
    if (part.is === 'value') return [pick(exampleValues(part.name), nth)]
    if (part.is === 'perhaps') return nth % 2 === 0 ? words(part.parts, nth >> 1) : []
    if (part.is === 'one-of') return words(pick(part.choices, nth), Math.floor(nth / part.choices.length))
    return nth === 0 ? [] : words(pick(part.choices, nth - 1), Math.floor(nth / part.choices.length))
  })
}

function pick<T>(choices: readonly T[], nth: number): T {
  const choice = choices[nth % choices.length]
  if (choice === undefined) throw new Error('BUG: nothing to choose from')
  return choice
}
