import { formatProblem, type Problem, sortProblems } from '@frrkit/model'
import type { Check } from './trial.ts'

/** What somebody wrote is told in part where it is long: nobody reads a message of a thousand words. */
export const brief: Check = (_, compiled) => {
  const problems = compiled.ok ? compiled.value.problems : compiled.problems
  const long = problems.map(formatProblem).find((text) => text.split('\n').some((line) => line.length > 2000))
  if (long !== undefined) throw new Error(`a problem is ${long.length} characters long: ${long.slice(0, 200)}`)
}

/** A refusal has an error; every problem says what is wrong, where and what to do, on the lines that belong to it. */
export const telling: Check = (_, compiled) => {
  const problems = compiled.ok ? compiled.value.problems : compiled.problems
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (compiled.ok !== (errors.length === 0)) throw new Error(`${errors.length} errors, and ok is ${compiled.ok}`)
  const sorted = sortProblems(problems).map(formatProblem).join('\n')
  if (sorted !== problems.map(formatProblem).join('\n')) throw new Error('problems are not sorted, or stand twice')
  for (const problem of problems) checkProblem(problem)
}

function checkProblem(problem: Problem): void {
  const { subject, reason, help, evidence } = problem
  const text = formatProblem(problem)
  const lines = text.split('\n')
  if (lines.length !== 2 + evidence.length || /[^\n\P{Cc}]/u.test(text)) {
    throw new Error(`a problem breaks its lines: ${JSON.stringify(text)}`)
  }
  if ([subject, reason, help].includes('')) throw new Error(`a problem leaves something out: ${text}`)
}
