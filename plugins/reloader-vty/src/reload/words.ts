import { redactFrrText } from '@frrkit/model'
import type { LineWords } from '@frrkit/vty'
import type { CheckedLine } from '../check/check.ts'

export const mostLines: number = 20

/** FRR's words and the line that they are about. */
export function refusalWords({ daemon, line, words }: LineWords): string {
  return `${daemon}: "${redactFrrText(line.trim())}": ${redactFrrText(words)}`
}

export function checkedWords(lines: readonly CheckedLine[]): string {
  const words = lines.map(
    ({ path, line, why }) => `${redactFrrText([...path, line].join(' / '))}: ${redactFrrText(why)}`,
  )
  return shortened(words, '\n')
}

export function shortened(words: readonly string[], separator: string): string {
  const left = words.length - mostLines
  return [...words.slice(0, mostLines), ...(left > 0 ? [`… (${left} more)`] : [])].join(separator)
}
