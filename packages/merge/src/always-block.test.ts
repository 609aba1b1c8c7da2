import { formatProblem } from '@frrkit/model'
import { aPrefix } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { parseAlwaysBlock } from './always-block.ts'

test('prefixes stay in the order given, each once', () => {
  expect(parseAlwaysBlock([' fc00::/7', '10.0.0.1/8', '10.0.0.0/8 '])).toEqual({
    ok: true,
    value: [aPrefix('fc00::/7'), aPrefix('10.0.0.0/8')],
  })
})

test('what is no prefix is named', () => {
  const result = parseAlwaysBlock(['10.0.0.0/8', '10.0.0.0', 'x y'])
  expect(!result.ok && result.problems.map(formatProblem)).toEqual([
    `always-block: 10.0.0.0 is not a prefix [merge/always-block]
help: write prefixes such as 10.0.0.0/8 or fc00::/7, separated by commas`,
    `always-block: "x y" is not a prefix [merge/always-block]
help: write prefixes such as 10.0.0.0/8 or fc00::/7, separated by commas`,
  ])
})
