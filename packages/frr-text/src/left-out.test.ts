import { expect, test } from 'vitest'
import { withoutLeftOut } from './left-out.ts'
import { parseFrrText } from './parse.ts'

/** What FRR of that release shows of a text, line by line. */
function shown(
  text: string,
  release: { readonly version?: string; readonly defaults?: string } = {},
): readonly string[] {
  return withoutLeftOut(parseFrrText(text).contexts, release).flatMap(({ lines }) => lines)
}

const router = (...lines: readonly string[]) => ['router bgp 65001', ...lines].join('\n')
const vni = (asn: number, ...lines: readonly string[]) =>
  [`router bgp ${asn}`, 'address-family l2vpn evpn', 'vni 7', ...lines].join('\n')

test.each([
  {
    case: 'a no to what nobody asked for',
    text: router('no bgp graceful-restart', 'no bgp router-id 10.0.0.1', 'no bgp shutdown'),
    shown: [],
  },
  {
    case: 'a family that neighbors have unless told otherwise',
    text: router(
      'bgp default ipv4-vpn',
      'neighbor 192.0.2.1 remote-as 65002',
      'address-family ipv4 vpn',
      'neighbor 192.0.2.1 activate',
      'no neighbor 192.0.2.2 activate',
    ),
    shown: ['bgp default ipv4-vpn', 'neighbor 192.0.2.1 remote-as 65002', 'no neighbor 192.0.2.2 activate'],
  },
  {
    case: 'the next hops of a client of a route server that is in a peer-group',
    text: router(
      'neighbor g peer-group',
      'neighbor 192.0.2.1 peer-group g',
      'address-family ipv4 unicast',
      'neighbor g route-server-client',
      'neighbor 192.0.2.1 route-server-client',
    ),
    shown: [
      'neighbor g peer-group',
      'neighbor 192.0.2.1 peer-group g',
      'neighbor g route-server-client',
      'neighbor 192.0.2.1 route-server-client',
      'neighbor g attribute-unchanged next-hop',
    ],
  },
  { case: 'a port that is the usual one', text: router('neighbor 192.0.2.1 port 179'), shown: [] },
  { case: 'another port', text: router('neighbor 192.0.2.1 port 1179'), shown: ['neighbor 192.0.2.1 port 1179'] },
  {
    case: 'ebgp-multihop of an iBGP session',
    text: router('neighbor 192.0.2.1 remote-as 65001', 'neighbor 192.0.2.1 ebgp-multihop'),
    shown: ['neighbor 192.0.2.1 remote-as 65001'],
  },
  {
    case: 'ebgp-multihop of an eBGP session',
    text: router('neighbor 192.0.2.1 remote-as 65002', 'neighbor 192.0.2.1 ebgp-multihop'),
    shown: ['neighbor 192.0.2.1 remote-as 65002', 'neighbor 192.0.2.1 ebgp-multihop'],
  },
  {
    case: 'disable-addpath-rx of a member whose peer-group has it',
    text: router(
      'neighbor g peer-group',
      'neighbor 192.0.2.1 peer-group g',
      'neighbor 192.0.2.2 remote-as 65002',
      'address-family ipv4 unicast',
      'neighbor g disable-addpath-rx',
      'neighbor 192.0.2.1 disable-addpath-rx',
      'neighbor 192.0.2.2 disable-addpath-rx',
    ),
    shown: [
      'neighbor g peer-group',
      'neighbor 192.0.2.1 peer-group g',
      'neighbor 192.0.2.2 remote-as 65002',
      'neighbor g disable-addpath-rx',
      'neighbor 192.0.2.2 disable-addpath-rx',
    ],
  },
  {
    case: 'graceful-restart of a member whose peer-group has it, where it takes it over',
    text: router(
      'neighbor g peer-group',
      'neighbor g graceful-restart',
      'neighbor 192.0.2.1 peer-group g',
      'neighbor 192.0.2.1 graceful-restart',
      'neighbor 192.0.2.2 peer-group g',
      'neighbor 192.0.2.2 graceful-restart-helper',
    ),
    release: { version: '10.3' },
    shown: [
      'neighbor g peer-group',
      'neighbor g graceful-restart',
      'neighbor 192.0.2.1 peer-group g',
      'neighbor 192.0.2.2 peer-group g',
      'neighbor 192.0.2.2 graceful-restart-helper',
    ],
  },
  {
    case: 'activate where IPv4 unicast is active by default',
    text: router('address-family ipv4 unicast', 'neighbor 192.0.2.1 activate', 'no neighbor 192.0.2.2 activate'),
    shown: ['no neighbor 192.0.2.2 activate'],
  },
  {
    case: 'activate where it is not',
    text: router(
      'no bgp default ipv4-unicast',
      'address-family ipv4 unicast',
      'neighbor 192.0.2.1 activate',
      'no neighbor 192.0.2.2 activate',
    ),
    shown: ['no bgp default ipv4-unicast', 'neighbor 192.0.2.1 activate'],
  },
  { case: 'the route target that bgpd derives', text: vni(65001, 'route-target import 65001:7'), shown: [] },
  {
    case: 'the same beside another one',
    text: vni(65001, 'route-target import 65001:7', 'route-target import 1:1'),
    shown: ['route-target import 65001:7', 'route-target import 1:1'],
  },
  {
    case: 'the one that is derived from an AS of four bytes',
    text: vni(4_200_000_000, 'route-target export 59904:7'),
    shown: [],
  },
  {
    case: 'what a BFD profile has anyway',
    text: 'bfd\nprofile x\nreceive-interval 300\ntransmit-interval 300\ndetect-multiplier 3\necho transmit-interval 50\nminimum-ttl 254',
    shown: [],
  },
  {
    case: 'numbers that a router has anyway',
    text: router('bgp minimum-holdtime 180', 'bgp listen limit 100'),
    shown: [],
  },
  {
    case: 'how many paths it was built for',
    text: router('address-family ipv4 unicast', 'maximum-paths 256', 'maximum-paths ibgp 8'),
    shown: ['maximum-paths ibgp 8'],
  },
  {
    case: 'what a log has anyway',
    text: 'log facility daemon\nlog timestamp precision 0\nlog facility user',
    shown: ['log facility user'],
  },
  {
    case: 'what goes into a log unless somebody says otherwise',
    text: 'log unique-id\nno log error-category\nno log stdout\nlog monitor informational',
    shown: ['no log error-category'],
  },
  {
    case: 'what vtysh reads itself',
    text: 'service integrated-vtysh-config\nusername ann nopassword\nbanner motd line hello\ndomainname example.com',
    shown: [],
  },
  { case: 'a terminal that is as any other', text: 'line vty\nexec-timeout 10\nlogin', shown: [] },
])('$case', ({ text, release, shown: expected }) => {
  expect(shown(text, release)).toEqual(expected)
})

test.each([
  { version: '8.4.4', defaults: 'traditional', shown: ['ip nht resolve-via-default', 'no bgp ebgp-requires-policy'] },
  { version: '8.4.4', defaults: 'datacenter', shown: ['ip nht resolve-via-default'] },
  { version: '10.3', defaults: 'traditional', shown: ['no bgp ebgp-requires-policy'] },
  { version: '10.3', defaults: 'datacenter', shown: [] },
])('FRR $version with the defaults $defaults', ({ shown: expected, ...release }) => {
  const text = `ip nht resolve-via-default\n${router('no bgp ebgp-requires-policy')}`
  expect(shown(text, release)).toEqual(expected)
})

test.each([
  { version: '8.4.4', shown: ['neighbor 192.0.2.1 enforce-first-as'] },
  { version: '10.3', shown: ['no neighbor 192.0.2.2 enforce-first-as'] },
])('enforce-first-as, which FRR $version does or does not do by itself', ({ version, shown: expected }) => {
  const text = router('neighbor 192.0.2.1 enforce-first-as', 'no neighbor 192.0.2.2 enforce-first-as')
  expect(shown(text, { version })).toEqual(expected)
})

test('what bgpd does since 8.3 and 9.0, and did not do before', () => {
  const lines = ['hard-administrative-reset', 'graceful-restart notification', 'enforce-first-as']
  const text = router(...lines.map((line) => `bgp ${line}`))
  expect(shown(text, { version: '10.3' })).toEqual([])
  const without = lines.map((line) => `no bgp ${line}`)
  expect(shown(router(...without), { version: '10.3' })).toEqual(without)
})

test('bgpd ignores the source of a session that is at an interface', () => {
  const at = ['neighbor eth0 interface v6only remote-as external', 'neighbor 192.0.2.1 remote-as 2']
  const text = router(...at, 'neighbor eth0 update-source lo', 'neighbor 192.0.2.1 update-source lo')
  expect(shown(text)).toEqual([...at, 'neighbor 192.0.2.1 update-source lo'])
})

test.each([
  { version: '8.4.4', waits: 360 },
  { version: '10.3', waits: 360 },
  { version: '10.7.1', waits: 120 },
])('after a restart, FRR $version waits $waits seconds for the others unless told otherwise', ({ version, waits }) => {
  const told = [120, 240, 360].filter((seconds) => {
    return shown(router(`bgp graceful-restart select-defer-time ${seconds}`), { version }).length > 0
  })
  expect(told).toEqual([120, 240, 360].filter((seconds) => seconds !== waits))
})

test('contexts are gone through no more often when there are more members of peer-groups', () => {
  expect(readsOf(100)).toBe(readsOf(1))
})

/** How often the lines of contexts are read where so many members of a peer-group are active, as the group is. */
function readsOf(members: number): number {
  let reads = 0
  const names = Array.from({ length: members }, (_, i) => `192.0.2.${i}`)
  const text = router(
    'neighbor g peer-group',
    ...names.map((name) => `neighbor ${name} peer-group g`),
    'address-family ipv6 unicast',
    ...['g', ...names].map((name) => `neighbor ${name} activate`),
  )
  const contexts = parseFrrText(text).contexts.map(({ kind, path, lines }) => ({
    kind,
    path,
    get lines() {
      reads++
      return lines
    },
  }))
  expect(withoutLeftOut(contexts, {}).flatMap(({ lines }) => lines)).not.toContain(`neighbor ${names[0]} activate`)
  return reads
}
