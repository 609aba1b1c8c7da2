import { aNeighbor } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { communityListName, localPrefListName, namesOf } from './names.ts'

test.each([
  { case: 'an IPv4 neighbor', vrf: '', neighbor: { address: '192.0.2.9' }, id: '192.0.2.9', family: 'ipv4' },
  { case: 'an IPv6 neighbor', vrf: '', neighbor: { address: '2001:db8::7' }, id: '2001:db8::7', family: 'ipv6' },
  { case: 'an interface', vrf: '', neighbor: { interface: 'eth5' }, id: 'eth5', family: 'dual' },
  {
    case: 'a neighbor of a VRF that carries both families',
    vrf: 'red',
    neighbor: { address: '192.0.2.9', families: ['ipv4', 'ipv6'] },
    id: '192.0.2.9-red',
    family: 'dual',
  },
] as const)('$case', ({ vrf, neighbor, id, family }) => {
  expect(namesOf(vrf, aNeighbor(neighbor))).toEqual({
    id,
    out: `${id}-out`,
    in: `${id}-in`,
    allowedIpv4: `${id}-allowed-ipv4`,
    allowedIpv6: `${id}-allowed-ipv6`,
    accepted: `${id}-inpl-${family}`,
    denied: `${id}-denied-inpl-${family}`,
  })
})

test('lists of properties', () => {
  expect([
    localPrefListName('eth5', 250, 'ipv4'),
    communityListName('eth5', { kind: 'standard', text: '64500:7' }, 'ipv6'),
    communityListName('eth5', { kind: 'large', text: '64500:1:2' }, 'ipv4'),
  ]).toEqual([
    'eth5-250-ip-localpref-prefixes',
    'eth5-64500:7-ipv6-community-prefixes',
    'eth5-large:64500:1:2-ip-community-prefixes',
  ])
})
