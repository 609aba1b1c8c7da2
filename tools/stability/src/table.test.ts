import { expect, test } from 'vitest'
import type { Observation } from './run-changes.ts'
import { faults, table } from './table.ts'

const accepted = { status: 'accepted', changed: true, words: '' } as const
const quiet: Observation = {
  kinds: ['password changed'],
  outcomes: [accepted],
  took: 12.4,
  wereUp: new Set(['a', 'd']),
  unavoidable: new Map([['a', ['the password changes']]]),
  ended: ['a'],
  bfdEnded: [],
  lost: [],
  unsettled: [],
}
const loud: Observation = {
  ...quiet,
  kinds: ['holdTime added', 'port added'],
  unavoidable: new Map(),
  bfdEnded: ['b'],
  lost: [{ neighbor: 'c', prefix: '10.0.0.0/24' }],
}

test('what FRR makes unavoidable is no fault', () => {
  expect(faults(quiet)).toEqual([])
})

test('everything else is', () => {
  const rejected = { status: 'rejected', words: '% no', running: 'unchanged' } as const
  expect(faults({ ...loud, outcomes: [accepted, rejected], unsettled: ['waited'] })).toEqual([
    'holdTime added, port added: waited',
    'holdTime added, port added: rejected: % no',
    'holdTime added, port added: a was reset',
    'holdTime added, port added: BFD with b was reset',
    'holdTime added, port added: c lost 10.0.0.0/24',
  ])
})

test('a row per change', () => {
  expect(
    table([
      quiet,
      {
        ...loud,
        unavoidable: new Map([
          ['d', ['x']],
          ['down', ['y']],
        ]),
      },
    ]),
  ).toBe(
    `\
| change | sessions that end | because | sessions that end and need not | routes lost | ms |
| --- | --- | --- | --- | --- | --- |
| password changed | a | the password changes | 0 | 0 | 12 |
| holdTime added; port added | d | x (stayed: d) | a, BFD b | 1 | 12 |`,
  )
})
