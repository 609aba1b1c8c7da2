import { type Advertise, formatProblem } from '@frrkit/model'
import { anOrigin, prefixes } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { asked, claims } from '../test/claims.ts'
import { advertiseRules } from './advertise-rules.ts'

const localPref = (value: number, ...texts: readonly string[]) => ({ localPref: value, prefixes: prefixes(...texts) })
const standard = (text: string, ...texts: readonly string[]) => ({
  community: { kind: 'standard', text } as const,
  prefixes: prefixes(...texts),
})
const large = (text: string, ...texts: readonly string[]) => ({
  community: { kind: 'large', text } as const,
  prefixes: prefixes(...texts),
})

test('allowed.prefixes: a union', () => {
  const told = claims(prefixes('10.0.0.0/8', '2001:db8::/32'), prefixes('192.0.2.0/24'))
  expect(advertiseRules['allowed.prefixes'](asked, told)).toEqual({
    ok: true,
    value: prefixes('10.0.0.0/8', '192.0.2.0/24', '2001:db8::/32'),
  })
})

test('allowed.mode: everyone who asked for all', () => {
  const [a, b] = [anOrigin('spec.a'), anOrigin('spec.b')]
  expect(advertiseRules['allowed.mode'](asked, claims([a], [], [b]))).toEqual({ ok: true, value: [a, b] })
})

test('nextHop: one address, or none', () => {
  expect(advertiseRules['nextHop.ipv4'](asked, claims('192.0.2.1', undefined)).ok).toBe(true)
  expect(advertiseRules['nextHop.ipv4'](asked, claims('192.0.2.1', '192.0.2.2')).ok).toBe(false)
})

test('withLocalPref: prefixes of one preference are united, by preference', () => {
  const told = claims(
    [localPref(200, '10.0.0.0/8'), localPref(100, '10.1.0.0/16')],
    [localPref(200, '10.0.0.0/8', '10.2.0.0/16')],
  )
  expect(advertiseRules.withLocalPref(asked, told)).toEqual({
    ok: true,
    value: [localPref(100, '10.1.0.0/16'), localPref(200, '10.0.0.0/8', '10.2.0.0/16')],
  })
})

test('withLocalPref: a prefix has one preference', () => {
  const [a, b] = ['a', 'b'].map((name) => anOrigin('spec.x', { name })) as [Origin, Origin]
  type Origin = ReturnType<typeof anOrigin>
  const from = (origin: Origin, value: number): Advertise['localPrefs'] => [
    { localPref: value, prefixes: prefixes('10.0.0.0/8').map((prefix) => ({ ...prefix, origins: [origin] })) },
  ]
  const result = advertiseRules.withLocalPref(asked, claims(from(a, 200), from(b, 100)))
  expect(!result.ok && result.problems.map(formatProblem)).toEqual([
    `neighbor 192.0.2.1: field: different local preferences for 10.0.0.0/8 [merge/conflict]
  100  FRRConfiguration frr-system/b  spec.x
  200  FRRConfiguration frr-system/a  spec.x
help: give 10.0.0.0/8 one local preference`,
  ])
})

test('withCommunity: a prefix may have many', () => {
  const told = claims(
    [large('1:2:3', '10.0.0.0/8'), standard('64500:7', '10.0.0.0/8')],
    [standard('64500:7', '10.1.0.0/16'), standard('64500:10', '10.0.0.0/8')],
  )
  expect(advertiseRules.withCommunity(asked, told)).toEqual({
    ok: true,
    value: [
      standard('64500:10', '10.0.0.0/8'),
      standard('64500:7', '10.0.0.0/8', '10.1.0.0/16'),
      large('1:2:3', '10.0.0.0/8'),
    ],
  })
})
