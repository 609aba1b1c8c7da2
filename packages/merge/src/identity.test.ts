import { expect, test } from 'vitest'
import { neighborIdentity, vrfIdentity } from './identity.ts'

test.each([
  { case: 'an address', spec: { address: '192.0.2.1' }, name: '192.0.2.1' },
  { case: 'an address written another way', spec: { address: 'FC00:0::1' }, name: 'fc00::1' },
  { case: 'an IPv4-mapped address', spec: { address: '::ffff:192.0.2.1' }, name: '192.0.2.1' },
  { case: 'an interface', spec: { interface: 'eth0' }, name: 'eth0' },
  { case: 'an empty interface and an address', spec: { interface: '', address: '192.0.2.1' }, name: '192.0.2.1' },
  { case: 'nothing', spec: {}, name: undefined },
  { case: 'a name that is no address', spec: { address: 'router' }, name: undefined },
])('a neighbor is known by $case', ({ spec, name }) => {
  expect(neighborIdentity(spec)?.name).toBe(name)
})

test.each([
  { vrf: undefined, same: '' },
  { vrf: '', same: '' },
  { vrf: 'default', same: '' },
  { vrf: 'red', same: 'red' },
])('VRF $vrf is "$same"', ({ vrf, same }) => {
  expect(vrfIdentity(vrf)).toBe(same)
})
