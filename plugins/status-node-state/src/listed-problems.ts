import { objectName, type Problem, problemsOfObjects, visible } from '@frrkit/model'

/** An entry of `status.problems`. */
export type ListedProblem = {
  readonly object?: string
  readonly field?: string
  readonly code: string
  readonly severity: string
  readonly reason: string
  readonly help: string
}

/** With these, the list stays below 200 KiB. */
const most = 50
const longest = 1_000

/** Every problem once for each object in it, errors first; those of nobody, such as a source that is away, without object. */
export function listedProblems(problems: readonly Problem[]): readonly ListedProblem[] {
  const listed: ListedProblem[] = []
  const sorted = [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))]
  for (const [i, problem] of sorted.entries()) {
    listed.push(...entries(problem))
    if (listed.length <= most) continue
    const { code, severity } = problem
    const more = { code, severity, reason: `and ${sorted.length - i} more problems`, help: 'mend these first' }
    return [...listed.slice(0, most - 1), more]
  }
  return listed
}

function entries(problem: Problem): readonly ListedProblem[] {
  const { code, severity, subject, field, reason, help, evidence } = problem
  const common = { code, severity, help: cut(visible(help)) }
  if (evidence.length === 0) {
    return [{ ...common, reason: cut(visible([subject, field, reason].filter((part) => part !== '').join(': '))) }]
  }
  return problemsOfObjects([problem]).map((told) => ({
    object: cut(objectName(told.object)),
    ...(told.field !== '' && { field: cut(visible(told.field)) }),
    ...common,
    reason: cut(told.reason),
  }))
}

function isError({ severity }: Problem): boolean {
  return severity === 'error'
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
