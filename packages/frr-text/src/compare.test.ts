import { expect, test } from 'vitest'
import { compareFrrTexts, compareWithRunning } from './compare.ts'
import { parseFrrText } from './parse.ts'

const compare = (before: string, after: string) => compareFrrTexts(parseFrrText(before), parseFrrText(after))
const nothing = { contexts: [], filterLists: [], routeMaps: [] }

test.each([
  {
    case: 'the order of lines',
    before: 'router bgp 1\nneighbor 192.0.2.1 remote-as 2\nbgp router-id 1.1.1.1',
    after: 'router bgp 1\nbgp router-id 1.1.1.1\nneighbor 192.0.2.1 remote-as 2',
  },
  {
    case: 'the numbers and the order of entries that all permit',
    before: 'ip prefix-list x seq 1 permit 10.0.0.0/8\nip prefix-list x seq 2 permit 11.0.0.0/8',
    after: 'ip prefix-list x seq 10 permit 11.0.0.0/8\nip prefix-list x seq 20 permit 10.0.0.0/8',
  },
  {
    case: 'the numbers of entries where the order means something',
    before: 'ip prefix-list x seq 1 deny 10.0.0.0/8\nip prefix-list x seq 2 permit any',
    after: 'ip prefix-list x seq 5 deny 10.0.0.0/8\nip prefix-list x seq 15 permit any',
  },
  {
    case: 'an entry once more',
    before: 'ip prefix-list x seq 1 permit 10.0.0.0/8\nip prefix-list x seq 2 permit 10.0.0.0/8',
    after: 'ip prefix-list x seq 1 permit 10.0.0.0/8',
  },
  {
    case: 'the numbers of a route-map',
    before: 'route-map x permit 1\non-match goto 3\nroute-map x deny 3\nmatch tag 1',
    after: 'route-map x permit 10\non-match goto 20\nroute-map x deny 20\nmatch tag 1',
  },
  { case: 'contexts that say nothing', before: 'interface eth0\nvrf red\nbfd', after: '' },
])('no difference: $case', ({ before, after }) => {
  expect(compare(before, after)).toEqual(nothing)
})

test('lines come and go by context', () => {
  const before = 'router bgp 1\nbgp router-id 1.1.1.1\naddress-family ipv4 unicast\nnetwork 10.0.0.0/8\nlog stdout'
  const after = 'router bgp 1\nbgp router-id 2.2.2.2\naddress-family ipv4 unicast\nnetwork 10.0.0.0/8\nbfd\nprofile x'
  expect(compare(before, after).contexts).toEqual([
    { change: 'changed', kind: 'top', path: [], removed: ['log stdout'], added: [] },
    {
      change: 'changed',
      kind: 'router-bgp',
      path: ['router bgp 1'],
      removed: ['bgp router-id 1.1.1.1'],
      added: ['bgp router-id 2.2.2.2'],
    },
    { change: 'added', kind: 'bfd-profile', path: ['bfd', 'profile x'], removed: [], added: [] },
  ])
})

const list = (...prefixes: readonly string[]) =>
  prefixes.map((prefix, i) => `ip prefix-list x seq ${i + 1} permit ${prefix}`).join('\n')

test('one prefix more is one entry more, whatever happens to the numbers', () => {
  expect(compare(list('10.0.0.0/8', '11.0.0.0/8'), list('9.0.0.0/8', '10.0.0.0/8', '11.0.0.0/8')).filterLists).toEqual([
    {
      change: 'changed',
      kind: 'ip prefix-list',
      name: 'x',
      removed: [],
      added: [{ seq: 1, action: 'permit', match: '9.0.0.0/8' }],
    },
  ])
})

test('where one entry denies, an entry that changes places goes and comes', () => {
  const before = 'ip prefix-list x seq 1 deny 10.0.0.0/8\nip prefix-list x seq 2 permit 11.0.0.0/8'
  const after = 'ip prefix-list x seq 1 permit 11.0.0.0/8\nip prefix-list x seq 2 deny 10.0.0.0/8'
  expect(compare(before, after).filterLists).toEqual([
    {
      change: 'changed',
      kind: 'ip prefix-list',
      name: 'x',
      removed: [{ seq: 2, action: 'permit', match: '11.0.0.0/8' }],
      added: [{ seq: 1, action: 'permit', match: '11.0.0.0/8' }],
    },
  ])
})

test('an entry of a route-map that changes is a pair; the entries that only move on are not mentioned', () => {
  const before = 'route-map x permit 1\nmatch tag 1\nset metric 1\nroute-map x permit 2\nmatch tag 2'
  const after =
    'route-map x permit 1\nmatch tag 0\nroute-map x permit 2\nmatch tag 1\nset metric 5\nroute-map x permit 3\nmatch tag 2'
  expect(compare(before, after).routeMaps).toEqual([
    {
      change: 'changed',
      name: 'x',
      entries: [
        {
          before: { seq: 1, action: 'permit', lines: ['match tag 1', 'set metric 1'] },
          after: { seq: 2, action: 'permit', lines: ['match tag 1', 'set metric 5'] },
        },
        { after: { seq: 1, action: 'permit', lines: ['match tag 0'] } },
      ],
    },
  ])
})

test.each([
  { case: 'a new list', before: '', after: 'ip prefix-list x permit any', change: 'added' },
  { case: 'a list that goes', before: 'ip prefix-list x permit any', after: '', change: 'removed' },
])('$case is $change', ({ before, after, change }) => {
  expect(compare(before, after).filterLists).toMatchObject([{ change }])
})

const running = (version: string, ...lines: readonly string[]) =>
  `Building configuration...\n\nCurrent configuration:\n!\nfrr version ${version}\nfrr defaults traditional\nhostname vm\nservice integrated-vtysh-config\n${lines.join('\n')}\n!\nend\n`

test.each([
  { case: 'what FRR says of itself', shown: running('8.4.4', 'no ip forwarding'), wanted: 'hostname worker-1' },
  {
    case: 'who may log in',
    shown: running('10.3', 'password x', 'enable password x', 'service password-encryption', 'line vty', 'no login'),
    wanted: 'line vty',
  },
  { case: 'a default that 10.3 leaves out', shown: running('10.3'), wanted: 'ip nht resolve-via-default' },
  {
    case: 'the tcp-mss that 8.4 shows at members of a peer-group that has one',
    shown: running('8.4.4', 'router bgp 65001', 'neighbor 192.0.2.1 tcp-mss 0'),
    wanted: 'router bgp 65001\n',
  },
  { case: 'the namespace of a VRF', shown: running('10.3', 'vrf red', 'netns /run/netns/red'), wanted: '' },
  {
    case: 'what 10.7 makes of another line',
    shown: running('10.7.1', 'router bgp 1', 'bgp always-compare-med', 'use-underlays-nexthop-weight'),
    wanted: 'router bgp 1\nbgp always-compare-med',
  },
  {
    case: 'an instance that an import has made',
    shown: running(
      '8.4.4',
      'router bgp 1 vrf red',
      'address-family ipv4 unicast',
      'import vrf default',
      'router bgp 1',
    ),
    wanted: 'router bgp 1 vrf red\naddress-family ipv4 unicast\nimport vrf default',
  },
])('no difference to what runs: $case', ({ shown, wanted }) => {
  expect(compareWithRunning(parseFrrText(shown), parseFrrText(wanted))).toEqual(nothing)
})

test.each([
  { case: '8.4 shows nht when it is set', shown: running('8.4.4'), wanted: 'ip nht resolve-via-default' },
  {
    case: '10.3 shows nht when it is not',
    shown: running('10.3', 'no ip nht resolve-via-default'),
    wanted: 'ip nht resolve-via-default',
  },
  { case: 'forwarding is asked for, and off', shown: running('8.4.4', 'no ip forwarding'), wanted: 'ip forwarding' },
  { case: 'another password', shown: running('8.4.4', 'password x'), wanted: 'password y' },
  {
    case: 'another terminal',
    shown: running('8.4.4', 'line vty', 'no login'),
    wanted: 'line vty\nexec-timeout 0 0',
  },
  { case: 'an instance that nothing imports', shown: running('8.4.4', 'router bgp 1'), wanted: '' },
])('a difference to what runs: $case', ({ shown, wanted }) => {
  expect(compareWithRunning(parseFrrText(shown), parseFrrText(wanted)).contexts).toHaveLength(1)
})
