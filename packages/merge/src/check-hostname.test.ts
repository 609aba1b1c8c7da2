import { formatProblem } from '@frrkit/model'
import { expect, test } from 'vitest'
import { checkHostname } from './check-hostname.ts'

test('a hostname is a word that FRR takes', () => {
  expect(checkHostname({ hostname: 'worker-1.example.org' })).toEqual([])
  expect(checkHostname({ hostname: 'a\nlog file /tmp/x' }).map(formatProblem)).toEqual([
    `this node: hostname: "a\\nlog file /tmp/x" holds whitespace or control characters [merge/unsafe-text]
help: give the node a name of letters, digits, - and .`,
  ])
})
