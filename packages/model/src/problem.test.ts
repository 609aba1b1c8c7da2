import { expect, test } from 'vitest'
import { formatProblem, type Problem } from './problem.ts'

const origin = (name: string) => ({
  object: { kind: 'FRRConfiguration', namespace: 'frr-system', name },
  path: 'spec.raw',
})
const problem: Problem = {
  code: 'merge/conflict',
  severity: 'error',
  subject: 'neighbor eth0',
  field: 'port',
  reason: 'objects ask for different values',
  evidence: [
    { origin: origin('edge'), says: '179' },
    { origin: origin('tor'), says: '1179' },
  ],
  help: 'agree',
}

test('columns line up', () => {
  expect(formatProblem(problem)).toBe(`neighbor eth0: port: objects ask for different values [merge/conflict]
  179   FRRConfiguration frr-system/edge  spec.raw
  1179  FRRConfiguration frr-system/tor   spec.raw
help: agree`)
})

test('what somebody wrote cannot look like a line of its own', () => {
  const evidence = [{ origin: origin('edge\nwarning: all is well'), says: '\u001b[2J' }]
  const subject = 'neighbor a\nb'
  expect(
    formatProblem({ ...problem, subject, evidence }),
  ).toBe(String.raw`neighbor a\nb: port: objects ask for different values [merge/conflict]
  \u001b[2J  FRRConfiguration frr-system/edge\nwarning: all is well  spec.raw
help: agree`)
})
