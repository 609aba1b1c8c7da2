import { expect, test } from 'vitest'
import { aMetallb, aPool, instead, words } from '../../test/objects.ts'
import { parseEntry } from './cidr.ts'

test.each([
  { entry: '192.0.2.0/24', cidrs: ['192.0.2.0/24'] },
  { entry: '192.0.2.9/24', cidrs: ['192.0.2.0/24'] },
  { entry: '192.0.2.0-192.0.2.255', cidrs: ['192.0.2.0/24'] },
  { entry: '192.0.2.10 - 192.0.2.17', cidrs: ['192.0.2.10/31', '192.0.2.12/30', '192.0.2.16/31'] },
  { entry: '192.0.2.7-192.0.2.7', cidrs: ['192.0.2.7/32'] },
  { entry: '0.0.0.0-255.255.255.255', cidrs: ['0.0.0.0/0'] },
  { entry: 'FC00:0::/64', cidrs: ['fc00::/64'] },
  { entry: 'fc00::1-fc00::4', cidrs: ['fc00::1/128', 'fc00::2/127', 'fc00::4/128'] },
  { entry: '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', cidrs: ['::/0'] },
  { entry: '::ffff:192.0.2.0/120', cidrs: ['192.0.2.0/24'] },
  { entry: '10.0.0.1-fc00::1', cidrs: [] },
])('$entry is $cidrs', ({ entry, cidrs }) => {
  expect(parseEntry(entry).cidrs?.map(({ text }) => text)).toEqual(cidrs)
})

test.each([
  '',
  'foo',
  '192.0.2.0',
  '192.0.2.0/33',
  'fc00::/129',
  '192.0.2.9-192.0.2.1',
  '1.2.3.4-1.2.3.5-1.2.3.6',
  '010.0.0.0/8',
])('%j is no entry of a pool', (entry) => {
  const path = 'spec.addresses[0]'
  const head = new RegExp(
    `^IPAddressPool metallb-system/pool: ${path.replaceAll(/[[\].]/g, '\\$&')}: .* \\[metallb/pool-address]`,
  )
  expect(words(instead(aPool([entry])))).toEqual([expect.stringMatching(head)])
})

test.each([
  {
    case: 'in one pool',
    pools: [aPool(['192.0.2.0/24', '192.0.2.7/32'], 'a')],
    says: `IPAddressPool metallb-system/a: spec.addresses[1]: the same addresses are in another entry [metallb/pool-overlap]
  192.0.2.7/32  IPAddressPool metallb-system/a  spec.addresses[1]
  192.0.2.0/24  IPAddressPool metallb-system/a  spec.addresses[0]
help: give each address to one entry of one pool`,
  },
  {
    case: 'of two pools',
    pools: [aPool(['192.0.2.0/24'], 'b'), aPool(['192.0.2.250-192.0.3.5'], 'a')],
    says: `IPAddressPool metallb-system/a: spec.addresses[0]: the same addresses are in another entry [metallb/pool-overlap]
  192.0.2.250-192.0.3.5  IPAddressPool metallb-system/a  spec.addresses[0]
  192.0.2.0/24           IPAddressPool metallb-system/b  spec.addresses[0]
help: give each address to one entry of one pool`,
  },
  {
    case: 'far apart in order',
    pools: [aPool(['192.0.0.0/16'], 'a'), aPool(['192.0.2.0/24'], 'b'), aPool(['192.0.9.0/24'], 'c')],
    says: expect.stringContaining('b: spec.addresses[0]'),
  },
])('entries $case that share addresses are refused', ({ pools, says }) => {
  expect(words(instead(...pools))[0]).toEqual(says)
})

test('neighbors and other families do not overlap', () => {
  expect(words(instead(aPool(['0.0.0.0/1', '128.0.0.0/1', '::/0'])))).toEqual([])
})

test.each([
  { case: 'a pool without addresses', spec: { addresses: [] }, path: 'spec.addresses' },
  {
    case: 'a namespace twice',
    spec: { addresses: ['192.0.2.0/24'], serviceAllocation: { namespaces: ['a', 'a'] } },
    path: 'spec.serviceAllocation.namespaces[1]',
  },
  {
    case: 'a selector that means nothing',
    spec: { addresses: ['192.0.2.0/24'], serviceAllocation: { serviceSelectors: [{ matchLabels: { 'a b': '' } }] } },
    path: 'spec.serviceAllocation.serviceSelectors[0].matchLabels',
  },
])('$case is refused at $path', ({ spec, path }) => {
  const told = words(instead(aMetallb('IPAddressPool', 'pool', spec)))
  expect(told).toEqual([expect.stringContaining(`IPAddressPool metallb-system/pool: ${path}: `)])
})

test('a range from one family into the other holds nothing, and is a warning', () => {
  expect(words(instead(aPool(['198.51.100.0/24', '10.0.0.1-fc00::1'])))).toEqual([
    `warning: IPAddressPool metallb-system/pool: spec.addresses[1]: a range from one address family into the other is empty [metallb/pool-address]
  10.0.0.1-fc00::1  IPAddressPool metallb-system/pool  spec.addresses[1]
help: write prefixes such as 192.0.2.0/24, or ranges such as 192.0.2.10-192.0.2.20`,
  ])
})
