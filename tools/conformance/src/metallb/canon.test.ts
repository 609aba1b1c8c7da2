import { expect, test } from 'vitest'
import { canonConfig } from './canon.ts'

const neighbor = (fields: object) => ({ spec: { bgp: { routers: [{ asn: 1, neighbors: [fields] }] } } })

test.each([
  { case: 'the default of the API', a: { port: 179, toAdvertise: { allowed: { mode: 'filtered' } } }, b: {} },
  { case: 'what is empty', a: { passwordSecret: {}, toReceive: { allowed: {} }, vrf: '', ebgpMultiHop: false }, b: {} },
  { case: 'unicast alone', a: { addressFamilies: ['unicast'] }, b: {} },
  { case: 'no local preference', a: { localPref: 0 }, b: {} },
  { case: 'a duration in other words', a: { holdTime: '1m30s' }, b: { holdTime: '90s' } },
  { case: 'prefixes in another order, or twice', a: { prefixes: ['b', 'a', 'b'] }, b: { prefixes: ['a', 'b'] } },
  {
    case: 'other lists in another order',
    a: { imports: [{ vrf: 'b' }, { vrf: 'a' }] },
    b: { imports: [{ vrf: 'a' }, { vrf: 'b' }] },
  },
])('the same: $case', ({ a, b }) => {
  expect(canonConfig(neighbor({ asn: 2, ...a }))).toEqual(canonConfig(neighbor({ asn: 2, ...b })))
})

test.each([
  { case: 'another port', a: { port: 180 }, b: {} },
  { case: 'both families', a: { addressFamilies: ['unicast', 'evpn'] }, b: {} },
  { case: 'a hold time of nothing', a: { holdTime: '0s' }, b: {} },
  { case: 'another prefix', a: { prefixes: ['a'] }, b: { prefixes: ['b'] } },
  { case: 'an entry twice', a: { bfdProfiles: ['a', 'a'] }, b: { bfdProfiles: ['a'] } },
])('not the same: $case', ({ a, b }) => {
  expect(canonConfig(neighbor({ asn: 2, ...a }))).not.toEqual(canonConfig(neighbor({ asn: 2, ...b })))
})
