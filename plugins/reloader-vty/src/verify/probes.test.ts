import { parseFrrText } from '@frrkit/frr-text'
import { expect, test } from 'vitest'
import { type Expectation, holds, probesOf } from './probes.ts'

const result = parseFrrText(
  'ip prefix-list a seq 2 permit 10.0.0.0/8 ge 24\nipv6 prefix-list b seq 7 permit 2001:db8::/32',
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
    { command: 'show bgp ipv4 unicast 10.1.0.0/16 json', expects: { kind: 'network', there: true } },
    { command: 'show bgp vrf red ipv6 unicast 2001:db8::/32 json', expects: { kind: 'network', there: false } },
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
  { case: 'a neighbor', steps: [step('router bgp 65001', 'neighbor 192.0.2.1 remote-as 65002', 'exit')] },
  { case: 'a whole list', steps: [step('no ip prefix-list a')] },
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
    steps: [step(...Array.from({ length: 600 }, (_, i) => `ip prefix-list a seq ${i} permit 10.0.0.0/8`))],
  },
])('everything has to be read after $case', ({ steps }) => {
  expect(probesOf(steps, result)).toBeUndefined()
})

const entry = { seq: 5, action: 'permit', match: '10.0.0.0/8 ge 24' } as const

test.each<{ case: string; expects: Expectation; answer: string; right: boolean }>([
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
