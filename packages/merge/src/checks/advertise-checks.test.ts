import type { NeighborSpec, RouterSpec } from '@frrkit/api'
import { expect, test } from 'vitest'
import { neighborProblems, problemsOf } from '../../test/problems-of.ts'

type ToAdvertise = NonNullable<NeighborSpec['toAdvertise']>
type ToReceive = NonNullable<NonNullable<NeighborSpec['toReceive']>['allowed']>
const none: readonly string[] = []
const own = ['10.0.0.0/8', '10.1.0.0/16', '2001:db8::/32']
const advertise = (toAdvertise: ToAdvertise, over: Partial<NeighborSpec> = {}, router: Partial<RouterSpec> = {}) =>
  neighborProblems({ address: '192.0.2.1', asn: 65_001, ...over, toAdvertise }, { prefixes: own, ...router })

test.each([
  { case: 'prefixes of the router', prefixes: ['10.0.0.0/8'], problems: none },
  { case: 'the same, written another way', prefixes: ['10.9.9.9/8', '::ffff:10.1.0.0/112'], problems: none },
  { case: 'one twice', prefixes: ['10.0.0.0/8', '10.0.0.0/8'], problems: none },
  {
    case: 'one that the router does not originate',
    prefixes: ['10.0.0.0/8', '10.2.0.0/16'],
    problems: [
      'merge/prefix-not-in-router toAdvertise.allowed.prefixes[1]: no router of this object originates this prefix, nor imports it',
    ],
  },
  {
    case: 'one of the other family',
    prefixes: ['2001:db8::/32'],
    problems: ['merge/prefix-family toAdvertise.allowed.prefixes[0]: the session does not carry IPv6'],
  },
  {
    case: 'what is no prefix',
    prefixes: ['10.0.0.0', ''],
    problems: [
      'merge/not-a-prefix toAdvertise.allowed.prefixes[0]: not a prefix',
      'merge/not-a-prefix toAdvertise.allowed.prefixes[1]: not a prefix',
    ],
  },
])('advertise $case', ({ prefixes, problems }) => {
  expect(advertise({ allowed: { prefixes } })).toEqual(problems)
})

test('a dual-stack session carries both families', () => {
  expect(advertise({ allowed: { prefixes: own } }, { dualStackAddressFamily: true })).toEqual([])
})

test('mode all asks for no list, so what is in it does not matter', () => {
  expect(advertise({ allowed: { mode: 'all', prefixes: ['nonsense'] } })).toEqual([])
})

test('what a router imports it may advertise', () => {
  const neighbors = [{ address: '192.0.2.1', asn: 1, toAdvertise: { allowed: { prefixes: ['10.0.0.0/8'] } } }]
  const spec = (imports: readonly { readonly vrf: string }[]) => ({
    bgp: {
      routers: [
        { asn: 1, neighbors, imports },
        { asn: 1, vrf: 'red', prefixes: ['10.0.0.0/8'] },
      ],
    },
  })
  expect(problemsOf(spec([{ vrf: 'red' }]))).toEqual([])
  expect(problemsOf(spec([]))).toHaveLength(1)
})

const all = { allowed: { mode: 'all' } } as const
test.each<{ readonly case: string; readonly given: Partial<ToAdvertise>; readonly problems: readonly string[] }>([
  {
    case: 'one entry for each preference',
    given: {
      withLocalPref: [
        { localPref: 1, prefixes: ['10.0.0.0/8'] },
        { localPref: 2, prefixes: ['10.1.0.0/16'] },
      ],
    },
    problems: none,
  },
  {
    case: 'two entries for one preference',
    given: {
      withLocalPref: [
        { localPref: 1, prefixes: ['10.0.0.0/8'] },
        { localPref: 1, prefixes: ['10.1.0.0/16'] },
      ],
    },
    problems: ['merge/duplicate-entry toAdvertise.withLocalPref[0]: local preference 1 has more than one entry'],
  },
  {
    case: 'a prefix twice in an entry',
    given: { withLocalPref: [{ localPref: 1, prefixes: ['10.0.0.0/8', '10.0.0.1/8'] }] },
    problems: ['merge/duplicate-entry toAdvertise.withLocalPref[0].prefixes[0]: this prefix is listed more than once'],
  },
  {
    case: 'a preference for what is not advertised',
    given: { withLocalPref: [{ localPref: 1, prefixes: ['10.2.0.0/16'] }] },
    problems: [
      'merge/prefix-not-advertised toAdvertise.withLocalPref[0].prefixes[0]: this prefix is not advertised to the neighbor',
    ],
  },
  {
    case: 'a preference for the other family',
    given: { withLocalPref: [{ localPref: 1, prefixes: ['2001:db8::/32'] }] },
    problems: ['merge/prefix-family toAdvertise.withLocalPref[0].prefixes[0]: the session does not carry IPv6'],
  },
  {
    case: 'a preference for nothing',
    given: { withLocalPref: [{ localPref: 1 }] },
    problems: ['warning: merge/without-effect toAdvertise.withLocalPref[0].prefixes: no prefixes are listed'],
  },
  {
    case: 'several communities for one prefix',
    given: {
      withCommunity: [
        { community: '1:2', prefixes: ['10.0.0.0/8'] },
        { community: 'large:1:2:3', prefixes: ['10.0.0.0/8'] },
      ],
    },
    problems: none,
  },
  {
    case: 'one community in two spellings',
    given: {
      withCommunity: [
        { community: '1:2', prefixes: ['10.0.0.0/8'] },
        { community: '01:02', prefixes: ['10.1.0.0/16'] },
      ],
    },
    problems: ['merge/duplicate-entry toAdvertise.withCommunity[0]: community 1:2 has more than one entry'],
  },
  {
    case: 'what is no community',
    given: { withCommunity: [{ community: 'no-export', prefixes: ['10.0.0.0/8'] }] },
    problems: ['merge/not-a-community toAdvertise.withCommunity[0].community: not a community'],
  },
  { case: 'a next hop', given: { nextHop: { ipv4: '192.0.2.9' } }, problems: none },
  {
    case: 'a next hop of the other family',
    given: { nextHop: { ipv6: '2001:db8::9' } },
    problems: ['merge/next-hop toAdvertise.nextHop.ipv6: the session does not carry IPv6'],
  },
  {
    case: 'a next hop that is an address of the other family',
    given: { nextHop: { ipv4: '2001:db8::9' } },
    problems: ['merge/not-an-address toAdvertise.nextHop.ipv4: not an IPv4 address'],
  },
  {
    case: 'an IPv4-mapped next hop',
    given: { nextHop: { ipv6: '::ffff:192.0.2.9' } },
    problems: ['merge/not-an-address toAdvertise.nextHop.ipv6: not an IPv6 address'],
  },
])('$case', ({ given, problems }) => {
  expect(advertise({ ...all, ...given })).toEqual(problems)
})

test.each(['0.0.0.0', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'])('no next hop is %s', (ipv4) => {
  expect(advertise({ ...all, nextHop: { ipv4 } })).toEqual([
    'merge/next-hop toAdvertise.nextHop.ipv4: nothing can be sent to this address',
  ])
})

test.each(['::', '::1', 'ff02::1', 'FF0E::1'])('no next hop is %s', (ipv6) => {
  expect(advertise({ ...all, nextHop: { ipv6 } }, { dualStackAddressFamily: true })).toEqual([
    'merge/next-hop toAdvertise.nextHop.ipv6: nothing can be sent to this address',
  ])
})

test('a link-local next hop is dubious', () => {
  expect(advertise({ ...all, nextHop: { ipv6: 'fe80::1' } }, { dualStackAddressFamily: true })).toEqual([
    'warning: merge/next-hop toAdvertise.nextHop.ipv6: FRR refuses a link-local address as global next hop',
  ])
})

const receive = (allowed: ToReceive) => neighborProblems({ address: '192.0.2.1', asn: 65_001, toReceive: { allowed } })
test.each([
  { case: 'a prefix', selector: { prefix: '10.0.0.0/8' }, problem: undefined },
  { case: 'of the other family', selector: { prefix: '2001:db8::/32', le: 128 }, problem: undefined },
  { case: 'lengths in range', selector: { prefix: '10.0.0.0/8', ge: 8, le: 32 }, problem: undefined },
  { case: 'one length', selector: { prefix: '10.0.0.0/8', ge: 24, le: 24 }, problem: undefined },
  { case: 'ge above le', selector: { prefix: '10.0.0.0/8', ge: 25, le: 24 }, problem: 'ge is greater than le' },
  {
    case: 'le below the prefix',
    selector: { prefix: '10.0.0.0/8', le: 7 },
    problem: 'le is less than the length of the prefix',
  },
  {
    case: 'ge below the prefix',
    selector: { prefix: '10.0.0.0/8', ge: 7 },
    problem: 'ge is less than the length of the prefix',
  },
  {
    case: 'le too long',
    selector: { prefix: '10.0.0.0/8', le: 33 },
    problem: 'no prefix of this family is longer than 32',
  },
  {
    case: 'ge too long',
    selector: { prefix: '10.0.0.0/8', ge: 33 },
    problem: 'no prefix of this family is longer than 32',
  },
])('receive $case', ({ selector, problem }) => {
  const problems = problem === undefined ? [] : [`merge/prefix-length toReceive.allowed.prefixes[0]: ${problem}`]
  expect(receive({ prefixes: [selector] })).toEqual(problems)
})

test('receive what is no prefix', () => {
  expect(receive({ prefixes: [{}, { prefix: 'foo' }] })).toEqual([
    'merge/not-a-prefix toReceive.allowed.prefixes[0].prefix: not a prefix',
    'merge/not-a-prefix toReceive.allowed.prefixes[1].prefix: not a prefix',
  ])
  expect(receive({ mode: 'all', prefixes: [{ prefix: 'foo' }] })).toEqual([])
})
