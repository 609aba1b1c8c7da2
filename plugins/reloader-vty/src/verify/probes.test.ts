import { parseFrrText } from '@frrkit/frr-text'
import { expect, test } from 'vitest'
import { holds } from './holds.ts'
import type { Expectation } from './probe.ts'
import { probesOf } from './probes.ts'

const result = parseFrrText(
  `\
ip prefix-list a seq 2 permit 10.0.0.0/8 ge 24
ipv6 prefix-list b seq 7 permit 2001:db8::/32
route-map m permit 10
 match ip address prefix-list a
 set local-preference 200
route-map calls permit 1
 call m
router bgp 65001
 neighbor g peer-group
 neighbor 192.0.2.8 peer-group g
`,
)
const step = (...lines: readonly string[]) => ({ daemon: 'bgpd', lines }) as const

test('entries and networks are asked for one by one', () => {
  const lines = [
    'ip prefix-list a seq 2 permit 10.0.0.0/8 ge 24',
    'no ip prefix-list a seq 1 permit 10.0.0.0/24',
    'router bgp 65001',
    'address-family ipv4 unicast',
    'network 10.1.0.0/16',
    'exit-address-family',
    'exit',
    'router bgp 65001 vrf red',
    'address-family ipv6 unicast',
    'no network 2001:db8::/32',
    'exit',
    'exit',
  ]
  expect(probesOf([step(...lines)], result)).toEqual([
    {
      command: 'show ip prefix-list a seq 2',
      expects: {
        kind: 'entry',
        list: 'ip prefix-list a',
        seq: 2,
        entry: { seq: 2, action: 'permit', match: '10.0.0.0/8 ge 24' },
      },
    },
    {
      command: 'show ip prefix-list a seq 1',
      expects: { kind: 'entry', list: 'ip prefix-list a', seq: 1, entry: undefined },
    },
    { command: 'show ip bgp 10.1.0.0/16 json', expects: { kind: 'network', there: true } },
    { command: 'show bgp vrf red ipv6 unicast 2001:db8::/32 json', expects: { kind: 'network', there: false } },
  ])
})

test('a neighbor with its policy is asked for once, and so is a route-map', () => {
  const lines = [
    'route-map m permit 10',
    'match ip address prefix-list a',
    'exit',
    'no route-map gone',
    'no ip prefix-list gone',
    'router bgp 65001 vrf red',
    'no neighbor 192.0.2.3',
    'neighbor 192.0.2.1 remote-as 65002',
    'neighbor 192.0.2.1 timers 3 9',
    'neighbor 192.0.2.1 timers connect 7',
    'neighbor 192.0.2.1 ebgp-multihop',
    'neighbor 192.0.2.1 update-source 192.0.2.9',
    'neighbor 192.0.2.1 bfd',
    'address-family ipv4 unicast',
    'neighbor 192.0.2.1 route-map m in',
    'no neighbor 192.0.2.1 activate',
    'exit',
    'exit',
  ]
  const neighbor = { kind: 'neighbor', name: '192.0.2.1' } as const
  expect(probesOf([step(...lines)], result)).toEqual([
    {
      command: 'show route-map m',
      expects: { kind: 'route-map', name: 'm', entries: result.routeMaps.find(({ name }) => name === 'm')?.entries },
    },
    { command: 'show route-map gone', expects: { kind: 'route-map', name: 'gone', entries: [] } },
    { command: 'show ip prefix-list gone', expects: { kind: 'no-list' } },
    {
      command: 'show bgp vrf red neighbors 192.0.2.3 json',
      expects: { kind: 'neighbor', name: '192.0.2.3', there: false, settings: [] },
    },
    {
      command: 'show bgp vrf red neighbors 192.0.2.1 json',
      expects: {
        ...neighbor,
        there: true,
        settings: [
          { at: ['remoteAs'], is: 65002 },
          { at: ['bgpTimerConfiguredKeepAliveIntervalMsecs'], is: 3000 },
          { at: ['bgpTimerConfiguredHoldTimeMsecs'], is: 9000 },
          { at: ['connectRetryTimer'], is: 7 },
          { at: ['externalBgpNbrMaxHopsAway'], is: 255 },
          { at: ['updateSource'], is: '192.0.2.9' },
          { at: ['peerBfdInfo'], is: true },
          { at: ['addressFamilyInfo', 'ipv4Unicast', 'routeMapForIncomingAdvertisements'], is: 'm' },
          { at: ['addressFamilyInfo', 'ipv4Unicast'], is: false },
        ],
      },
    },
  ])
})

test('entries of numbers that bgpd cannot look up are asked for by their prefix', () => {
  const large = parseFrrText('ip prefix-list a seq 4294967295 permit 10.0.0.0/8 le 24')
  const lines = [
    'ip prefix-list a seq 4294967295 permit 10.0.0.0/8 le 24',
    'no ip prefix-list a seq 2147483648 deny 10.0.0.0/8',
    'no ip prefix-list a seq 2147483647 deny 10.0.0.0/8',
  ]
  const expects = { kind: 'entry', list: 'ip prefix-list a' } as const
  expect(probesOf([step(...lines)], large)).toEqual([
    {
      command: 'show ip prefix-list a 10.0.0.0/8',
      expects: {
        ...expects,
        seq: 4_294_967_295,
        entry: { seq: 4_294_967_295, action: 'permit', match: '10.0.0.0/8 le 24' },
      },
    },
    { command: 'show ip prefix-list a 10.0.0.0/8', expects: { ...expects, seq: 2_147_483_648, entry: undefined } },
    { command: 'show ip prefix-list a seq 2147483647', expects: { ...expects, seq: 2_147_483_647, entry: undefined } },
  ])
  expect(probesOf([step('no ip prefix-list a seq 4294967295')], large)).toBeUndefined()
})

test.each([
  { case: 'a password', steps: [step('router bgp 65001', 'neighbor 192.0.2.1 password s3cret', 'exit')] },
  { case: 'a value taken back', steps: [step('router bgp 65001', 'no neighbor 192.0.2.1 timers 3 9', 'exit')] },
  { case: 'a line of a member', steps: [step('router bgp 65001', 'neighbor 192.0.2.8 timers 3 9', 'exit')] },
  { case: 'a line of a peer-group', steps: [step('router bgp 65001', 'neighbor g timers 3 9', 'exit')] },
  { case: 'a family of EVPN', steps: [step('router bgp 65001', 'address-family l2vpn evpn', 'neighbor g activate')] },
  { case: 'a route-map that calls another', steps: [step('route-map calls permit 1', 'call m', 'exit')] },
  { case: 'the description of a list', steps: [step('ip prefix-list a description x')] },
  { case: 'a list that goes and comes again', steps: [step('no ip prefix-list a')] },
  { case: 'a router that goes', steps: [step('no router bgp 65001')] },
  {
    case: 'a network with a route-map',
    steps: [step('router bgp 1', 'address-family ipv4 unicast', 'network 10.0.0.0/8 route-map m')],
  },
  {
    case: 'a network of another family',
    steps: [step('router bgp 1', 'address-family ipv4 vpn', 'network 10.0.0.0/8')],
  },
  { case: 'another daemon', steps: [{ daemon: 'bfdd', lines: ['bfd', 'exit'] } as const] },
  {
    case: 'more than pays',
    steps: [step(...entriesOf(600))],
  },
  {
    case: 'more neighbors than pays',
    steps: [step('router bgp 65001', ...remoteAsOf(600), 'exit')],
  },
])('everything has to be read after $case', ({ steps }) => {
  expect(probesOf(steps, result)).toBeUndefined()
})

test('twenty questions pay beside a thousand lines, and not beside a few', () => {
  const listOf = (length: number) => entriesOf(length).join('\n')
  const lines = entriesOf(20)
  expect(probesOf([step(...lines)], parseFrrText(listOf(1000)))).toHaveLength(20)
  expect(probesOf([step(...lines)], parseFrrText(listOf(20)))).toBeUndefined()
  expect(probesOf([step(...lines.slice(0, 8))], parseFrrText(listOf(20)))).toHaveLength(8)
})

test('a router is gone through once, however many neighbors are asked for', () => {
  const lines = remoteAsOf(100)
  let reads = 0
  const router = {
    kind: 'router-bgp',
    path: ['router bgp 65001'],
    get lines() {
      reads++
      return lines
    },
  } as const
  const text = { release: {}, contexts: [router], filterLists: [], routeMaps: [] }
  const readFor = (count: number) => {
    reads = 0
    expect(probesOf([step('router bgp 65001', ...lines.slice(0, count), 'exit')], text)).toHaveLength(count)
    return reads
  }
  expect(readFor(8)).toBe(readFor(1))
})

function remoteAsOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `neighbor 10.0.${i >> 8}.${i & 255} remote-as 65002`)
}

function entriesOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `ip prefix-list a seq ${i} permit 10.${i >> 8}.${i & 255}.0/24`)
}

const neighbor: Expectation = {
  kind: 'neighbor',
  name: '192.0.2.1',
  there: true,
  settings: [
    { at: ['remoteAs'], is: 65002 },
    { at: ['addressFamilyInfo', 'ipv4Unicast'], is: true },
    { at: ['addressFamilyInfo', 'ipv6Unicast'], is: false },
  ],
}
const routeMap = {
  kind: 'route-map',
  name: 'm',
  entries: [{ seq: 10, action: 'permit', lines: ['match ip address prefix-list a', 'set local-preference 200'] }],
} as const
const shownMap = `\
BGP:
route-map: m Invoked: 0 Optimization: enabled Processed Change: true
 permit, sequence 10 Invoked 0
  Match clauses:
    ip address prefix-list a
  Set clauses:
    local-preference 200
  Call clause:
  Action:
    Exit routemap
`
const entry = { seq: 5, action: 'permit', match: '10.0.0.0/8 ge 24' } as const

test.each<{ case: string; expects: Expectation; answer: string; right: boolean }>([
  {
    case: 'a list that shall be gone, and is',
    expects: { kind: 'no-list' },
    answer: "% Can't find specified prefix-list\n",
    right: true,
  },
  {
    case: 'a list that shall be gone, and is not',
    expects: { kind: 'no-list' },
    answer: 'BGP: ip prefix-list a: 1 entries\n   seq 1 deny any\n',
    right: false,
  },
  { case: 'a route-map', expects: routeMap, answer: shownMap, right: true },
  {
    case: 'a route-map that has an entry more',
    expects: routeMap,
    answer: `${shownMap} deny, sequence 20 Invoked 0\n  Match clauses:\n`,
    right: false,
  },
  {
    case: 'a route-map that goes on',
    expects: routeMap,
    answer: shownMap.replace('Exit routemap', 'Continue to next entry'),
    right: false,
  },
  {
    case: 'a route-map that calls another',
    expects: routeMap,
    answer: shownMap.replace('  Action', '    Call m\n  Action'),
    right: false,
  },
  {
    case: 'a route-map that shall be gone, and is',
    expects: { ...routeMap, entries: [] },
    answer: "BGP:\nBGP: 'route-map m' not found\n",
    right: true,
  },
  {
    case: 'a route-map that shall be gone, and is not',
    expects: { ...routeMap, entries: [] },
    answer: shownMap,
    right: false,
  },
  {
    case: 'a neighbor',
    expects: neighbor,
    answer: '{"192.0.2.1":{"remoteAs":65002,"addressFamilyInfo":{"ipv4Unicast":{"acceptedPrefixCounter":0}}}}',
    right: true,
  },
  {
    case: 'a neighbor of another AS',
    expects: neighbor,
    answer: '{"192.0.2.1":{"remoteAs":65003,"addressFamilyInfo":{"ipv4Unicast":{}}}}',
    right: false,
  },
  {
    case: 'a neighbor without the family',
    expects: neighbor,
    answer: '{"192.0.2.1":{"remoteAs":65002,"addressFamilyInfo":{}}}',
    right: false,
  },
  {
    case: 'a neighbor with a family too many',
    expects: neighbor,
    answer: '{"192.0.2.1":{"remoteAs":65002,"addressFamilyInfo":{"ipv4Unicast":{},"ipv6Unicast":{}}}}',
    right: false,
  },
  { case: 'no such neighbor', expects: neighbor, answer: '{"bgpNoSuchNeighbor":true}', right: false },
  {
    case: 'a neighbor that shall be gone, and is',
    expects: { kind: 'neighbor', name: '192.0.2.1', there: false, settings: [] },
    answer: '{"bgpNoSuchNeighbor":true}',
    right: true,
  },
  {
    case: 'a neighbor that shall be gone, and is not',
    expects: { kind: 'neighbor', name: '192.0.2.1', there: false, settings: [] },
    answer: '{"192.0.2.1":{"remoteAs":65002}}',
    right: false,
  },
  { case: 'a neighbor, in words that are none', expects: neighbor, answer: '% No such neighbor\n', right: false },
  {
    case: 'an entry that is there',
    expects: { kind: 'entry', list: 'ip prefix-list a', seq: 5, entry },
    answer: 'BGP:    seq 5 permit 10.0.0.0/8 ge 24 (hit count: 0, refcount: 0)\n',
    right: true,
  },
  {
    case: 'another entry of that number',
    expects: { kind: 'entry', list: 'ip prefix-list a', seq: 5, entry },
    answer: 'BGP:    seq 5 permit 10.0.0.0/8 (hit count: 0, refcount: 0)\n',
    right: false,
  },
  {
    case: 'no such list',
    expects: { kind: 'entry', list: 'ip prefix-list a', seq: 5, entry },
    answer: "% Can't find specified prefix-list\n",
    right: false,
  },
  {
    case: 'an entry among others of its prefix',
    expects: { kind: 'entry', list: 'ip prefix-list a', seq: 5, entry },
    answer:
      '   seq 4 deny 10.0.0.0/8 (hit count: 0, refcount: 0)\n   seq 5 permit 10.0.0.0/8 ge 24 (hit count: 0, refcount: 0)\n',
    right: true,
  },
  {
    case: 'an entry that shall be gone, and is, beside another of its prefix',
    expects: { kind: 'entry', list: 'ip prefix-list a', seq: 5, entry: undefined },
    answer: '   seq 4 deny 10.0.0.0/8 (hit count: 0, refcount: 0)\n',
    right: true,
  },
  {
    case: 'an entry that shall be gone, and is',
    expects: { kind: 'entry', list: 'ip prefix-list a', seq: 5, entry: undefined },
    answer: '',
    right: true,
  },
  {
    case: 'an entry that shall be gone, and is not',
    expects: { kind: 'entry', list: 'ip prefix-list a', seq: 5, entry: undefined },
    answer: 'BGP:    seq 5 permit any (hit count: 0, refcount: 0)\n',
    right: false,
  },
  {
    case: 'a network of ours',
    expects: { kind: 'network', there: true },
    answer: '\n{"paths":[{"valid":false,"sourced":true}]}\n',
    right: true,
  },
  {
    case: 'the same prefix from somebody else',
    expects: { kind: 'network', there: true },
    answer: '{"paths":[{"valid":true,"peer":{}}]}',
    right: false,
  },
  {
    case: 'a network that is about to go',
    expects: { kind: 'network', there: false },
    answer: '{"paths":[{"sourced":true,"removed":true}]}',
    right: true,
  },
  {
    case: 'no such prefix',
    expects: { kind: 'network', there: false },
    answer: '% Network not in table\n',
    right: true,
  },
])('the answer about $case', ({ expects, answer, right }) => {
  expect(holds(expects, answer)).toBe(right)
})
