import type { SourceObject } from '@frrkit/model'
import { expect, test } from 'vitest'
import {
  aMetallb,
  anAdvertisement,
  aPeer,
  aPool,
  aService,
  aSlice,
  instead,
  neighborOf,
  words,
} from '../../test/objects.ts'

const told = (...objects: readonly SourceObject[]) => neighborOf(instead(...objects)).toAdvertise
const aliases = (...communities: readonly object[]) => aMetallb('Community', 'names', { communities })

test.each([
  { case: 'one address', spec: {}, prefixes: ['198.51.100.7/32'] },
  { case: 'an aggregate', spec: { aggregationLength: 26 }, prefixes: ['198.51.100.0/26'] },
  { case: 'the length of the other family', spec: { aggregationLengthV6: 64 }, prefixes: ['198.51.100.7/32'] },
])('prefixes: $case', ({ spec, prefixes }) => {
  expect(told(anAdvertisement(spec)).allowed).toEqual({ mode: 'filtered', prefixes })
})

test('several advertisements of one service add up', () => {
  const one = anAdvertisement({ communities: ['64500:1'], localPref: 100 }, 'one')
  const two = anAdvertisement({ aggregationLength: 24, communities: ['64500:2', '64500:1'], localPref: 200 }, 'two')
  expect(told(one, two, aPool(v4))).toEqual({
    allowed: { mode: 'filtered', prefixes: ['198.51.100.0/24', '198.51.100.7/32'] },
    withLocalPref: [
      { localPref: 100, prefixes: ['198.51.100.7/32'] },
      { localPref: 200, prefixes: ['198.51.100.0/24'] },
    ],
    withCommunity: [
      { community: '64500:1', prefixes: ['198.51.100.0/24', '198.51.100.7/32'] },
      { community: '64500:2', prefixes: ['198.51.100.0/24'] },
    ],
  })
})

test.each([
  { case: 'as it is', asked: '64500:100', community: '64500:100' },
  { case: 'with leading zeros', asked: '064500:0100', community: '64500:100' },
  { case: 'large', asked: 'large:1:02:3', community: 'large:1:2:3' },
  { case: 'by its name', asked: 'internet', community: 'large:9:9:9' },
  { case: 'by a name that looks like another', asked: '65000:7700', community: '64500:7' },
])('a community $case', ({ asked, community }) => {
  const names = aliases({ name: 'internet', value: 'large:9:9:9' }, { name: '65000:7700', value: '64500:7' })
  expect(told(anAdvertisement({ communities: [asked] }), names).withCommunity).toEqual([
    { community, prefixes: ['198.51.100.7/32'] },
  ])
})

const at = 'BGPAdvertisement metallb-system/all'
const format = 'write A:B with numbers up to 65535, or large:A:B:C with numbers up to 4294967295'

test.each([
  {
    case: 'a community that nobody knows',
    objects: [
      anAdvertisement({ communities: ['no-export'] }),
      aliases({ name: 'b', value: '1:1' }, { name: 'a', value: '1:2' }),
    ],
    says: `${at}: spec.communities[0]: neither a community nor the name of one [metallb/community]
  no-export  ${at}  spec.communities[0]
help: ${format}, or a name: a, b`,
  },
  {
    case: 'a number too large',
    objects: [anAdvertisement({ communities: ['65536:1'] })],
    says: `${at}: spec.communities[0]: neither a community nor the name of one [metallb/community]
  65536:1  ${at}  spec.communities[0]
help: ${format}, or the name of one in a Community`,
  },
  {
    case: 'a value that is none',
    objects: [aliases({ name: 'a', value: 'foo' })],
    says: `Community metallb-system/names: spec.communities[0].value: not a community [metallb/community]
  foo  Community metallb-system/names  spec.communities[0].value
help: ${format}`,
  },
  {
    case: 'a name twice',
    objects: [
      aliases({ name: 'a', value: '1:1' }),
      aMetallb('Community', 'more', { communities: [{ name: 'a', value: '1:1' }] }),
    ],
    says: `Community metallb-system/names: spec.communities[0].name: another community has this name [metallb/community]
  a  Community metallb-system/names  spec.communities[0].name
  a  Community metallb-system/more   spec.communities[0].name
help: give one of them another name`,
  },
  {
    case: 'a name in a list twice',
    objects: [anAdvertisement({ peers: ['tor', 'tor'] })],
    says: `${at}: spec.peers[1]: the same as spec.peers[0] [metallb/duplicate-entry]
  tor  ${at}  spec.peers[1]
help: remove one of the two`,
  },
  {
    case: 'a length beyond the address',
    objects: [anAdvertisement({ aggregationLengthV6: 129 })],
    says: `${at}: spec.aggregationLengthV6: an address has 128 bits [metallb/aggregation-length]
  129  ${at}  spec.aggregationLengthV6
help: write at most 128`,
  },
  {
    case: 'an aggregate for some services only',
    objects: [anAdvertisement({ aggregationLength: 24, serviceSelectors: [{ matchLabels: { a: 'b' } }] })],
    says: `${at}: spec.aggregationLength: an aggregate is advertised for all of its addresses, and serviceSelectors choose some [metallb/aggregation-length]
  24   ${at}  spec.aggregationLength
  set  ${at}  spec.serviceSelectors
help: remove serviceSelectors, or leave aggregationLength out`,
  },
  {
    case: 'an aggregate larger than the pool, with the length of its own family',
    objects: [anAdvertisement({ aggregationLengthV6: 32 }), aPool(['198.51.100.0/24', 'fc00:1::/120'])],
    says: `${at}: spec.aggregationLengthV6: the aggregate is larger than what the pool has: its largest prefix there is a /120 [metallb/aggregation-length]
  32            ${at}  spec.aggregationLengthV6
  fc00:1::/120  IPAddressPool metallb-system/pool    spec.addresses[1]
help: write at least 120, or leave the pool to another advertisement`,
  },
])('$case is refused', ({ objects, says }) => {
  expect(words(instead(...objects))).toEqual([says])
})

const pair = (one: object, two: object) => [
  anAdvertisement({ localPref: 100, ...one }, 'one'),
  anAdvertisement({ localPref: 200, ...two }, 'two'),
]
const v4 = ['198.51.100.0/24']
const mixed = ['198.51.100.0/24', '2001:db8:1::/64']

test.each([
  { case: 'the same routes', objects: pair({}, {}), refused: true },
  { case: 'none and one', objects: pair({ localPref: 0 }, {}), refused: true },
  { case: 'equal ones', objects: pair({ localPref: 200 }, {}), refused: false },
  { case: 'different lengths', objects: [...pair({ aggregationLength: 24 }, {}), aPool(v4)], refused: false },
  {
    case: 'different lengths of a family that the pool has not',
    objects: [...pair({ aggregationLengthV6: 64 }, {}), aPool(v4)],
    refused: true,
  },
  {
    case: 'different lengths of one family of two',
    objects: [...pair({ aggregationLength: 24 }, {}), aPool(mixed)],
    refused: true,
  },
  {
    case: 'different lengths of both families',
    objects: [...pair({ aggregationLength: 24, aggregationLengthV6: 64 }, {}), aPool(mixed)],
    refused: false,
  },
  { case: 'different peers', objects: pair({ peers: ['a'] }, { peers: ['b', 'c'] }), refused: false },
  { case: 'a peer in common', objects: pair({ peers: ['a', 'b'] }, { peers: ['b', 'c'] }), refused: true },
  { case: 'some peers and all of them', objects: pair({ peers: ['a'] }, {}), refused: true },
  { case: 'different pools', objects: pair({ ipAddressPools: ['pool'] }, { ipAddressPools: ['x'] }), refused: false },
  {
    case: 'different services',
    objects: pair({ serviceSelectors: [{ matchLabels: { a: 'b' } }] }, {}),
    refused: false,
  },
  { case: 'different nodes', objects: pair({ nodeSelectors: [{ matchLabels: { rack: 'r2' } }] }, {}), refused: false },
])('two local preferences for $case: refused $refused', ({ objects, refused }) => {
  expect(words(instead(...objects)).map((text) => /\[(.*)]/.exec(text)?.[1])).toEqual(
    refused ? ['metallb/local-pref'] : [],
  )
})

test.each([
  { case: 'neither pools nor selectors: all pools', spec: {}, is: true },
  { case: 'its name', spec: { ipAddressPools: ['pool'] }, is: true },
  { case: 'another name', spec: { ipAddressPools: ['other'] }, is: false },
  { case: 'its label', spec: { ipAddressPoolSelectors: [{ matchLabels: { site: 's1' } }] }, is: true },
  { case: 'another label', spec: { ipAddressPoolSelectors: [{ matchLabels: { site: 's2' } }] }, is: false },
  { case: 'another name or its label', spec: { ipAddressPools: ['x'], ipAddressPoolSelectors: [{}] }, is: true },
  { case: 'another name and empty selectors', spec: { ipAddressPools: ['x'], ipAddressPoolSelectors: [] }, is: false },
])('a pool is chosen by $case: $is', ({ spec, is }) => {
  const pool = aPool(v4, 'pool', { site: 's1' })
  expect(told(anAdvertisement(spec), pool).allowed.prefixes.length > 0).toBe(is)
})

const six = [aService({ ips: ['2001:db8:1::7'] }), aSlice([{}], { addressType: 'IPv6' })]

test.each([
  { case: 'IPv4 over IPv4', peer: {}, objects: [], prefixes: ['198.51.100.7/32'] },
  { case: 'IPv6 over IPv4', peer: {}, objects: six, prefixes: [] },
  { case: 'IPv6 over IPv6', peer: { peerAddress: 'fc00::1' }, objects: six, prefixes: ['2001:db8:1::7/128'] },
  {
    case: 'IPv6 over IPv4, both families',
    peer: { dualStackAddressFamily: true },
    objects: six,
    prefixes: ['2001:db8:1::7/128'],
  },
  {
    case: 'IPv6 over an interface',
    peer: { peerAddress: '', interface: 'eth0' },
    objects: six,
    prefixes: ['2001:db8:1::7/128'],
  },
])('$case: $prefixes', ({ peer, objects, prefixes }) => {
  expect(told(aPeer(peer), ...objects).allowed.prefixes).toEqual(prefixes)
})

test.each([
  { case: 'IPv6 addresses over BFD echo', echoMode: true, pool: mixed, peers: [], refused: true },
  { case: 'IPv6 addresses over BFD', echoMode: false, pool: mixed, peers: [], refused: false },
  { case: 'IPv4 addresses over BFD echo', echoMode: true, pool: v4, peers: [], refused: false },
  { case: 'IPv6 addresses over BFD echo, by name', echoMode: true, pool: mixed, peers: ['tor'], refused: true },
  { case: 'IPv6 addresses to other peers', echoMode: true, pool: mixed, peers: ['spine'], refused: false },
])('$case: refused $refused', ({ echoMode, pool, peers, refused }) => {
  const profile = aMetallb('BFDProfile', 'echo', { echoMode })
  const said = words(instead(aPeer({ bfdProfile: 'echo' }), profile, aPool(pool), anAdvertisement({ peers })))
  expect(said).toEqual(refused ? [expect.stringContaining('[metallb/bfd-echo]')] : [])
})
