import type { NeighborSpec, RouterSpec } from '@frrkit/api'
import { expect, test } from 'vitest'
import { neighborMessages, neighborProblems } from '../../test/problems-of.ts'

type Row = {
  readonly case: string
  readonly neighbor: Partial<NeighborSpec>
  readonly router?: Partial<RouterSpec>
  readonly problems: readonly string[]
}
const peer = { address: '192.0.2.1', asn: 65_001 }
const none: readonly string[] = []

const whom: readonly Row[] = [
  { case: 'an address', neighbor: peer, problems: none },
  { case: 'an interface', neighbor: { interface: 'eth0', asn: 65_001 }, problems: none },
  { case: 'a link-local address', neighbor: { address: 'fe80::1', asn: 65_001 }, problems: none },
  {
    case: 'neither address nor interface',
    neighbor: { asn: 65_001, address: '', interface: '' },
    problems: ['merge/neighbor-address address: neither address nor interface says which neighbor this is'],
  },
  {
    case: 'both',
    neighbor: { ...peer, interface: 'eth0' },
    problems: ['merge/neighbor-address address: both address and interface are set'],
  },
  {
    case: 'a host name',
    neighbor: { ...peer, address: 'router.example.com' },
    problems: ['merge/not-an-address address: not an IP address'],
  },
  {
    case: 'an address with a zone',
    neighbor: { ...peer, address: 'fe80::1%eth0' },
    problems: ['merge/not-an-address address: not an IP address'],
  },
  {
    case: 'an interface with a space',
    neighbor: { interface: 'eth0 x', asn: 65_001 },
    problems: ['merge/unsafe-text interface: it holds whitespace or control characters'],
  },
  {
    case: 'a source that is neither an address nor an interface',
    neighbor: { ...peer, sourceaddress: '192.0.2.0/24' },
    problems: ['merge/unsafe-text sourceaddress: not an IP address, and as the name of an interface it holds a slash'],
  },
  {
    case: 'a source that bgpd takes for a prefix',
    neighbor: { ...peer, sourceaddress: 'any' },
    problems: [
      'merge/unsafe-text sourceaddress: not an IP address, and as the name of an interface it is a word of FRR',
    ],
  },
  { case: 'a source that is an interface', neighbor: { ...peer, sourceaddress: 'lo' }, problems: none },
]

const as: readonly Row[] = [
  { case: 'any external AS', neighbor: { address: '192.0.2.1', dynamicASN: 'external' }, problems: none },
  {
    case: 'no AS',
    neighbor: { address: '192.0.2.1', asn: 0 },
    problems: ['merge/neighbor-asn asn: neither asn nor dynamicASN says which AS the neighbor is in'],
  },
  {
    case: 'two',
    neighbor: { ...peer, dynamicASN: 'external' },
    problems: ['merge/neighbor-asn asn: both asn and dynamicASN are set'],
  },
  { case: 'a local AS', neighbor: { ...peer, localASN: 65_100 }, problems: none },
  {
    case: 'a local AS, external',
    neighbor: { address: '192.0.2.1', dynamicASN: 'external', localASN: 1 },
    problems: none,
  },
  {
    case: 'a local AS in an iBGP session',
    neighbor: { ...peer, asn: 64_512, localASN: 65_100 },
    problems: ['merge/local-asn localASN: there is no local AS in an iBGP session'],
  },
  {
    case: 'a local AS in an iBGP session by dynamicASN',
    neighbor: { address: '192.0.2.1', dynamicASN: 'internal', localASN: 65_100 },
    problems: ['merge/local-asn localASN: there is no local AS in an iBGP session'],
  },
  {
    case: "the router's own AS as local AS",
    neighbor: { ...peer, localASN: 64_512 },
    problems: ['merge/local-asn localASN: it is the AS that this router has anyway'],
  },
  {
    case: "the neighbor's AS as local AS",
    neighbor: { ...peer, localASN: 65_001 },
    problems: ['warning: merge/local-asn localASN: it is the AS of the neighbor, which older FRR refuses'],
  },
]

const session: readonly Row[] = [
  { case: 'eBGP multihop', neighbor: { ...peer, ebgpMultiHop: true }, problems: none },
  {
    case: 'eBGP multihop in an iBGP session',
    neighbor: { ...peer, asn: 64_512, ebgpMultiHop: true },
    problems: [
      'warning: merge/without-effect ebgpMultiHop: this is an iBGP session, which may be any number of hops long anyway',
    ],
  },
  {
    case: 'eBGP multihop in an unnumbered session',
    neighbor: { interface: 'eth0', asn: 65_001, ebgpMultiHop: true },
    problems: [
      'warning: merge/without-effect ebgpMultiHop: an unnumbered session is one hop long, so FRR refuses ebgp-multihop for it',
    ],
  },
  {
    case: 'a password of two words',
    neighbor: { ...peer, password: 'two words' },
    problems: ['merge/unsafe-text password: it holds whitespace or control characters'],
  },
  {
    case: 'two passwords',
    neighbor: { ...peer, password: 'x', passwordSecret: { name: 'y' } },
    problems: ['merge/two-passwords password: both password and passwordSecret are set'],
  },
  {
    case: 'a password and a Secret without a name',
    neighbor: { ...peer, password: 'x', passwordSecret: {} },
    problems: none,
  },
  {
    case: 'a BFD profile that the object has not',
    neighbor: { ...peer, bfdProfile: 'fast' },
    problems: ['merge/unknown-bfd-profile bfdProfile: this object has no BFD profile of that name'],
  },
  { case: 'no BFD profile', neighbor: { ...peer, bfdProfile: '' }, problems: none },
  {
    case: 'disableMP',
    neighbor: { ...peer, disableMP: true },
    problems: ['warning: merge/without-effect disableMP: deprecated, and without effect'],
  },
  {
    case: 'a source in an unnumbered session',
    neighbor: { interface: 'eth0', asn: 65_001, sourceaddress: 'lo' },
    problems: ['warning: merge/without-effect sourceaddress: FRR ignores the source of an unnumbered session'],
  },
  {
    case: 'a Secret elsewhere',
    neighbor: { ...peer, passwordSecret: { name: 'x', namespace: 'elsewhere' } },
    problems: [
      'warning: merge/without-effect passwordSecret.namespace: the Secret is read from the namespace of the daemon',
    ],
  },
  {
    case: 'a Secret here',
    neighbor: { ...peer, passwordSecret: { name: 'x', namespace: 'frr-system' } },
    problems: none,
  },
]

const time = (holdTime?: string, keepaliveTime?: string, connectTime?: string): Partial<NeighborSpec> => ({
  ...peer,
  ...(holdTime !== undefined && { holdTime }),
  ...(keepaliveTime !== undefined && { keepaliveTime }),
  ...(connectTime !== undefined && { connectTime }),
})
const timers: readonly Row[] = [
  { case: 'both timers', neighbor: time('90s', '30s', '5s'), problems: none },
  { case: 'timers turned off', neighbor: time('0s', '0s'), problems: none },
  { case: 'less than a second', neighbor: time('300ms', '300ms'), problems: none },
  { case: 'keepalive as long as hold', neighbor: time('90s', '90s'), problems: none },
  { case: 'the longest', neighbor: time('65535s', '60s', '65535s'), problems: none },
  {
    case: 'hold time alone',
    neighbor: time('90s'),
    problems: ['merge/timers holdTime: holdTime and keepaliveTime go together'],
  },
  {
    case: 'keepalive alone',
    neighbor: time(undefined, '30s'),
    problems: ['merge/timers holdTime: holdTime and keepaliveTime go together'],
  },
  {
    case: 'hold below three seconds',
    neighbor: time('2999ms', '1s'),
    problems: ['merge/timers holdTime: the hold time is 0, or 3 to 65535 seconds'],
  },
  {
    case: 'negative hold',
    neighbor: time('-90s', '-100s'),
    problems: ['merge/timers holdTime: the hold time is 0, or 3 to 65535 seconds'],
  },
  {
    case: 'hold above 65535 seconds',
    neighbor: time('65536s', '60s'),
    problems: ['merge/timers holdTime: the hold time is 0, or 3 to 65535 seconds'],
  },
  {
    case: 'keepalive longer than hold by less than a second',
    neighbor: time('90s', '90001ms'),
    problems: ['merge/timers holdTime: the keepalive interval is longer than the hold time'],
  },
  {
    case: 'keepalive while hold is off',
    neighbor: time('0s', '1s'),
    problems: ['merge/timers holdTime: the keepalive interval is longer than the hold time'],
  },
  {
    case: 'negative keepalive',
    neighbor: time('90s', '-1s'),
    problems: ['merge/timers holdTime: the keepalive interval is not negative'],
  },
  {
    case: 'no durations',
    neighbor: time('90', 'soon', 'x'),
    problems: [
      'merge/not-a-duration holdTime: not a duration',
      'merge/not-a-duration keepaliveTime: not a duration',
      'merge/not-a-duration connectTime: not a duration',
    ],
  },
  {
    case: 'no time to connect',
    neighbor: time(undefined, undefined, '0s'),
    problems: ['merge/timers connectTime: FRR waits 1 to 65535 seconds between attempts to connect'],
  },
]

test.each([...whom, ...as, ...session, ...timers])('$case', ({ neighbor, router, problems }) => {
  expect(neighborProblems(neighbor, router)).toEqual(problems)
})

test('a message names the neighbor, the field, the object, and a way out', () => {
  expect(neighborMessages({ ...peer, holdTime: '90s', keepaliveTime: '120s' }, { vrf: 'red' })).toEqual([
    `neighbor 192.0.2.1 (vrf red): holdTime: the keepalive interval is longer than the hold time [merge/timers]
  90s   FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].holdTime
  120s  FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].keepaliveTime
help: send keepalives more often`,
  ])
})

test('no message prints a password', () => {
  const password = 's3cret word'
  expect(neighborMessages({ ...peer, password, passwordSecret: { name: 'x' } }).join('\n')).not.toContain('s3cret')
})
