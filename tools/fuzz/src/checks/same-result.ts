import type { Compiled } from '@frrkit/daemon/compile'
import { formatProblem, type Result } from '@frrkit/model'

/** Throws unless both are accepted with the same bytes, or refused for the same reasons in the same words. */
export function expectSame(expected: Result<Compiled>, actual: Result<Compiled>, what: string): void {
  expectSameText(textOf(expected), textOf(actual), what)
}

/** Throws at the first line that differs. */
export function expectSameText(expected: string, actual: string, what: string): void {
  if (expected === actual) return
  const [a, b] = [expected.split('\n'), actual.split('\n')]
  const at = a.findIndex((line, i) => line !== b[i])
  const line = at < 0 ? a.length : at
  throw new Error(`${what}: line ${line + 1} was ${JSON.stringify(a[line])} and is ${JSON.stringify(b[line])}`)
}

function textOf(result: Result<Compiled>): string {
  const problems = (result.ok ? result.value.problems : result.problems).map(formatProblem)
  return [result.ok ? result.value.frrConf : 'refused', ...problems].join('\n')
}
