import { expect, test } from 'vitest'
import { compareFrrTexts, isEmpty } from './compare.ts'
import { parseFrrText } from './parse.ts'

const equal = (a: string, b: string) => isEmpty(compareFrrTexts(parseFrrText(a), parseFrrText(b)))
const router = (...lines: readonly string[]) => ['router bgp 65001', ...lines].join('\n')
const family = (...lines: readonly string[]) => router('address-family ipv4 unicast', ...lines)
const vni = (...lines: readonly string[]) => router('address-family l2vpn evpn', 'advertise-all-vni', 'vni 7', ...lines)
const map = (...lines: readonly string[]) => ['route-map x permit 1', ...lines].join('\n')

test.each([
  { case: 'blanks and tabs', one: 'log  stdout\tinformational ', other: 'log stdout informational' },
  { case: 'the ID of a router', one: 'router-id 192.0.2.1', other: 'ip router-id 192.0.2.1' },
  { case: 'a minute without seconds', one: 'line vty\nexec-timeout 5', other: 'line vty\nexec-timeout 5 0' },
  { case: 'seconds that are minutes', one: 'line vty\nexec-timeout 1 62', other: 'line vty\nexec-timeout 2 2' },
  { case: 'host bits', one: family('network 10.1.2.3/8'), other: family('network 10.0.0.0/8') },
  { case: 'a netmask', one: family('network 10.2.0.0 mask 255.255.0.0'), other: family('network 10.2.0.0/16') },
  { case: 'a classful network', one: family('network 172.16.0.0'), other: family('network 172.16.0.0/16') },
  {
    case: 'the options of a network',
    one: family('network 10.0.0.0/8 backdoor route-map x'),
    other: family('network 10.0.0.0/8 route-map x backdoor'),
  },
  {
    case: 'the options of an aggregate, one of them named like another',
    one: family('aggregate-address 10.0.0.0/8 origin igp route-map as-set summary-only as-set'),
    other: family('aggregate-address 10.0.0.0/8 as-set summary-only route-map as-set origin igp'),
  },
  {
    case: 'what is redistributed',
    one: family('redistribute ospf 7 route-map x metric 5'),
    other: family('redistribute ospf 7 metric 5 route-map x'),
  },
  {
    case: 'a client of a route server',
    one: family('neighbor 192.0.2.1 route-server-client'),
    other: family('neighbor 192.0.2.1 route-server-client', 'neighbor 192.0.2.1 attribute-unchanged next-hop'),
  },
  {
    case: 'a client of a route server of which more was said before',
    one: family('neighbor 192.0.2.1 attribute-unchanged med', 'neighbor 192.0.2.1 route-server-client'),
    other: family('neighbor 192.0.2.1 route-server-client', 'neighbor 192.0.2.1 attribute-unchanged next-hop med'),
  },
  {
    case: 'targets of a VPN',
    one: family('route-target vpn both 1:1 2:2'),
    other: family('rt vpn export 1:1 2:2', 'rt vpn import 1:1 2:2'),
  },
  {
    case: 'path attributes',
    one: router('neighbor 192.0.2.1 path-attribute discard 128 9 9'),
    other: router('neighbor 192.0.2.1 path-attribute discard 9 128'),
  },
  {
    case: 'bestpath',
    one: router('bgp bestpath as-path multipath-relax no-as-set', 'bgp bestpath med missing-as-worst confed'),
    other: router('bgp bestpath med confed missing-as-worst', 'bgp bestpath as-path multipath-relax'),
  },
  {
    case: 'a next hop of IPv6',
    one: map('match ipv6 next-hop 2001:db8::1'),
    other: map('match ipv6 next-hop address 2001:DB8::1'),
  },
  {
    case: 'what is said about a static route',
    one: 'ip route 10.0.0.0 255.0.0.0 192.0.2.1 eth0 onlink table 9 nexthop-vrf red 5 tag 7',
    other: 'ip route 10.0.0.0/8 192.0.2.1 eth0 tag 7 5 nexthop-vrf red table 9 onlink',
  },
  {
    case: 'a distance of 1, and a VRF in the middle',
    one: 'ip route 10.0.0.0/8 192.0.2.1 1 vrf red tag 7',
    other: 'vrf red\nip route 10.0.0.0/8 192.0.2.1 tag 7',
  },
  {
    case: 'the default VRF',
    one: 'ipv6 route 2001:db8::/32 2001:db8::1 nexthop-vrf default vrf default',
    other: 'ipv6 route 2001:db8::/32 2001:db8::1',
  },
  {
    case: 'BFD for a static route',
    one: 'ip route 10.0.0.0/8 192.0.2.1 bfd profile x multi-hop 5',
    other: 'ip route 10.0.0.0/8 192.0.2.1 5 bfd multi-hop profile x',
  },
  {
    case: 'one host of an access-list',
    one: 'access-list x permit host 192.0.2.1',
    other: 'access-list x seq 5 permit 192.0.2.1',
  },
  { case: 'a type of EVPN', one: map('match evpn route-type 5'), other: map('match evpn route-type prefix') },
  {
    case: 'seconds between router advertisements',
    one: 'interface eth0\nipv6 nd ra-interval msec 5000',
    other: 'interface eth0\nipv6 nd ra-interval 5',
  },
  { case: 'IPv6', one: family('network 2001:DB8:0:0::1/64'), other: family('network 2001:db8::/64') },
  {
    case: 'IPv4-mapped, as 8.4 and as 10.3 show it',
    one: 'ipv6 prefix-list x permit ::ffff:a00:0/104',
    other: 'ipv6 prefix-list x permit ::ffff:10.0.0.0/104',
  },
  {
    case: 'le before ge',
    one: 'ip prefix-list x permit 10.0.0.0/8 le 24 ge 16',
    other: 'ip prefix-list x permit 10.0.0.0/8 ge 16 le 24',
  },
  {
    case: 'le of the prefix itself',
    one: 'ip prefix-list x permit 10.0.0.0/8 le 8',
    other: 'ip prefix-list x permit 10.0.0.0/8',
  },
  {
    case: 'ge up to the end',
    one: 'ip prefix-list x permit 10.0.0.0/8 ge 9 le 32',
    other: 'ip prefix-list x permit 10.0.0.0/8 ge 9',
  },
  {
    case: 'ge of the prefix itself',
    one: 'ip prefix-list x permit 10.0.0.0/8 ge 8',
    other: 'ip prefix-list x permit 10.0.0.0/8 le 32',
  },
  { case: 'any', one: 'ipv6 prefix-list x permit ::/0 le 128', other: 'ipv6 prefix-list x permit any' },
  { case: 'the level of a log', one: 'log stdout debugging', other: 'log stdout' },
  { case: 'debug of updates', one: 'debug bgp updates', other: 'debug bgp updates out\ndebug bgp updates in' },
  {
    case: 'ebgp-multihop',
    one: router('neighbor 192.0.2.1 ebgp-multihop 255'),
    other: router('neighbor 192.0.2.1 ebgp-multihop'),
  },
  {
    case: 'the other name of disable-connected-check',
    one: router('neighbor 192.0.2.1 enforce-multihop'),
    other: router('neighbor 192.0.2.1 disable-connected-check'),
  },
  {
    case: 'bfd, which an option of it asks for',
    one: router('neighbor 192.0.2.1 bfd check-control-plane-failure'),
    other: router('neighbor 192.0.2.1 bfd', 'neighbor 192.0.2.1 bfd check-control-plane-failure'),
  },
  {
    case: 'keepalives',
    one: router('neighbor 192.0.2.1 timers 20 30'),
    other: router('neighbor 192.0.2.1 timers 10 30'),
  },
  {
    case: 'no hold time',
    one: router('neighbor 192.0.2.1 timers 20 0'),
    other: router('neighbor 192.0.2.1 timers 0 0'),
  },
  {
    case: 'attribute-unchanged of all attributes',
    one: family('neighbor 192.0.2.1 attribute-unchanged'),
    other: family('neighbor 192.0.2.1 attribute-unchanged as-path next-hop med'),
  },
  {
    case: 'allowas-in',
    one: family('neighbor 192.0.2.1 allowas-in 3'),
    other: family('neighbor 192.0.2.1 allowas-in'),
  },
  {
    case: 'route targets both ways',
    one: vni('route-target both 1:1'),
    other: vni('route-target export 1:1', 'route-target import 1:1'),
  },
  {
    case: 'communities in another order',
    one: map('set community 10:1 9:2 no-export 9:2 additive'),
    other: map('set community 9:2 10:1 65535:65281 additive'),
  },
  {
    case: 'large communities of a list in another order',
    one: 'bgp large-community-list standard x seq 5 permit 10:1:1 9:2:2',
    other: 'bgp large-community-list standard x seq 5 permit 9:2:2 10:1:1',
  },
  {
    case: 'a well-known community',
    one: map('set community 65535:65281 additive'),
    other: map('set community no-export additive'),
  },
  { case: 'internet, as 8.4 and as 10.3 show it', one: map('set community internet'), other: map('set community 0:0') },
  { case: 'continue', one: map('continue'), other: map('on-match next') },
  {
    case: 'the distance of a static route',
    one: 'ip route 10.0.0.0/8 192.0.2.1 1',
    other: 'ip route 10.0.0.0/8 192.0.2.1',
  },
  {
    case: 'lists under their old name',
    one: 'ip as-path access-list x permit ^1_',
    other: 'bgp as-path access-list x seq 5 permit ^1_',
  },
])('two spellings of one thing: $case', ({ one, other }) => {
  expect(equal(one, other)).toBe(true)
})

test.each([
  {
    case: 'the address of an interface',
    one: 'interface eth0\nip address 10.0.0.1/8',
    other: 'interface eth0\nip address 10.0.0.2/8',
  },
  {
    case: 'a password',
    one: router('neighbor 192.0.2.1 password FE80::1'),
    other: router('neighbor 192.0.2.1 password fe80::1'),
  },
  {
    case: 'a description',
    one: router('neighbor 192.0.2.1 description 10.1.1.1/8'),
    other: router('neighbor 192.0.2.1 description 10.1.1.2/8'),
  },
  { case: 'another distance', one: 'ip route 10.0.0.0/8 192.0.2.1 10', other: 'ip route 10.0.0.0/8 192.0.2.1' },
  {
    case: 'a longest length',
    one: 'ip prefix-list x permit 10.0.0.0/8 le 24',
    other: 'ip prefix-list x permit 10.0.0.0/8 le 32',
  },
  { case: 'a route target one way', one: vni('route-target both 1:1'), other: vni('route-target export 1:1') },
  {
    case: 'ebgp-multihop 2',
    one: router('neighbor 192.0.2.1 ebgp-multihop 2'),
    other: router('neighbor 192.0.2.1 ebgp-multihop'),
  },
])('not the same: $case', ({ one, other }) => {
  expect(equal(one, other)).toBe(false)
})

test('a range that FRR refuses is not taken for one that it takes', () => {
  expect(equal('ip prefix-list x permit 10.0.0.0/8 ge 7', 'ip prefix-list x permit 10.0.0.0/8 le 32')).toBe(false)
})
