import { formatProblem, type Problem } from '@frrkit/model'
import type { Io } from './io.ts'

export type Output = 'text' | 'json'

/** A problem as JSON: its plain data, and the words that a person would read. */
export function problemJson(problem: Problem): object {
  return { ...problem, text: formatProblem(problem) }
}

/** Problems for people go to stderr, so that stdout can be piped. */
export function printProblems(problems: readonly Problem[], { stderr }: Pick<Io, 'stderr'>): void {
  if (problems.length > 0) stderr.write(`${problems.map(formatProblem).join('\n\n')}\n`)
}

export function printJson(value: object, { stdout }: Pick<Io, 'stdout'>): void {
  stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
