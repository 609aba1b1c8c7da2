import { expect, test } from 'vitest'
import { asked, claims } from '../test/claims.ts'
import { bfdProfileRules } from './bfd-profile-rules.ts'

test.each([
  { field: 'receiveInterval', usual: 300, other: 150 },
  { field: 'transmitInterval', usual: 300, other: 150 },
  { field: 'detectMultiplier', usual: 3, other: 5 },
  { field: 'echoInterval', usual: 50, other: 100 },
  { field: 'minimumTtl', usual: 254, other: 250 },
] as const)('$field: leaving it out means $usual, and nothing else', ({ field, usual, other }) => {
  const rule = bfdProfileRules[field]
  expect(rule(asked, claims(undefined, usual))).toEqual({ ok: true, value: usual })
  expect(rule(asked, claims(other, other))).toEqual({ ok: true, value: other })
  expect(rule(asked, claims(other, undefined)).ok).toBe(false)
})

test.each([{ field: 'echoMode' }, { field: 'passiveMode' }] as const)(
  '$field: leaving it out means false',
  ({ field }) => {
    expect(bfdProfileRules[field](asked, claims(undefined, false)).ok).toBe(true)
    expect(bfdProfileRules[field](asked, claims(undefined, true)).ok).toBe(false)
  },
)
