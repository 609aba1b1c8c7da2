import { hidden, type Secret, secret } from '@frrkit/model'
import { expect, test } from 'vitest'
import { asked, claims } from '../test/claims.ts'
import { neighborRules } from './neighbor-rules.ts'

type Rules = typeof neighborRules
type Case<Field extends keyof Rules> = {
  readonly field: Field
  readonly agree: readonly (readonly unknown[])[]
  readonly disagree: readonly (readonly unknown[])[]
}

/** For each field: what two objects may say together, and what not. */
const cases: readonly Case<keyof Rules>[] = [
  {
    field: 'asn',
    agree: [
      [65_001, 65_001],
      ['external', 'external'],
    ],
    disagree: [
      [65_001, 65_002],
      [65_001, 'external'],
    ],
  },
  {
    field: 'port',
    agree: [
      [179, undefined],
      [0, 0],
    ],
    disagree: [
      [1179, undefined],
      [0, undefined],
      [1, 2],
    ],
  },
  {
    field: 'holdTime',
    agree: [
      [180, undefined],
      [90, 90],
    ],
    disagree: [
      [90, undefined],
      [0, undefined],
    ],
  },
  {
    field: 'keepaliveTime',
    agree: [
      [60, undefined],
      [30, 30],
    ],
    disagree: [
      [30, undefined],
      [30, 60],
    ],
  },
  {
    field: 'connectTime',
    agree: [
      [60, undefined],
      [5, 5],
    ],
    disagree: [[5, undefined]],
  },
  {
    field: 'ebgpMultiHop',
    agree: [
      [false, undefined],
      [true, true],
    ],
    disagree: [
      [true, undefined],
      [true, false],
    ],
  },
  { field: 'dualStackAddressFamily', agree: [[false, undefined]], disagree: [[true, false]] },
  {
    field: 'sourceaddress',
    agree: [
      ['lo', 'lo'],
      [undefined, undefined],
    ],
    disagree: [
      ['lo', undefined],
      ['lo', 'eth0'],
    ],
  },
  { field: 'localASN', agree: [[65_000, 65_000]], disagree: [[65_000, undefined]] },
  { field: 'bfdProfile', agree: [['fast', undefined]], disagree: [['fast', 'slow']] },
  {
    field: 'enableGracefulRestart',
    agree: [
      [true, false],
      [undefined, undefined],
    ],
    disagree: [],
  },
  { field: 'addressFamilies', agree: [[['unicast'], ['evpn']]], disagree: [] },
]

test.each(
  cases.flatMap(({ field, agree, disagree }) => [
    ...agree.map((values) => ({ field, values, ok: true, words: 'go together' })),
    ...disagree.map((values) => ({ field, values, ok: false, words: 'do not go together' })),
  ]),
)('$field: $values $words', ({ field, values, ok }) => {
  // Each row of the table is of the type of its field.
  const rule = neighborRules[field] as (a: typeof asked, told: unknown) => { readonly ok: boolean }
  expect(rule(asked, claims(...values)).ok).toBe(ok)
})

test('enableGracefulRestart: one object that asks for it is enough', () => {
  expect(neighborRules.enableGracefulRestart(asked, claims(false, true, undefined))).toEqual({ ok: true, value: true })
})

test('addressFamilies: a union, sorted', () => {
  const result = neighborRules.addressFamilies(asked, claims<readonly ('evpn' | 'unicast')[]>(['unicast'], ['evpn']))
  expect(result).toEqual({ ok: true, value: ['evpn', 'unicast'] })
})

test('password: a conflict never prints either value', () => {
  const result = neighborRules.password(asked, claims<Secret | undefined>(secret('s3cret'), secret('hunter2')))
  expect(!result.ok && result.problems[0]?.evidence.map(({ says }) => says)).toEqual([hidden, hidden])
  expect(JSON.stringify(result)).not.toMatch(/s3cret|hunter2/)
})

test('password: with one and without one are two different sessions', () => {
  expect(neighborRules.password(asked, claims<Secret | undefined>(secret('s3cret'), undefined)).ok).toBe(false)
})
