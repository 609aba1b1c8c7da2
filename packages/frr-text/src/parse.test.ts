import { expect, test } from 'vitest'
import { parseFrrText } from './parse.ts'

/** Where the lines of a text stand: `router bgp 1 > address-family ipv4 unicast: network 10.0.0.0/8`. */
function places(text: string): readonly string[] {
  return parseFrrText(text).contexts.flatMap(({ path, lines }) =>
    lines.map((line) => [path.join(' > '), line].filter(Boolean).join(': ')),
  )
}

test.each([
  {
    case: 'a line that only the router knows leaves the address family',
    text: 'router bgp 1\naddress-family ipv4 unicast\nnetwork 10.0.0.0/8\nneighbor 192.0.2.1 remote-as 2',
    places: [
      'router bgp 1: neighbor 192.0.2.1 remote-as 2',
      'router bgp 1 > address-family ipv4 unicast: network 10.0.0.0/8',
    ],
  },
  {
    case: 'a line that only the top level knows leaves everything',
    text: 'router bgp 1\naddress-family ipv4 unicast\nip route 10.0.0.0/8 blackhole\nrouter-id 1.1.1.1',
    places: ['ip route 10.0.0.0/8 blackhole', 'ip router-id 1.1.1.1'],
  },
  {
    case: 'in a VRF, routes and the vni belong to the VRF',
    text: 'vrf red\nvni 100\nip route 10.0.0.0/8 blackhole\nip prefix-list x description y',
    places: ['ip prefix-list x description y', 'vrf red: vni 100', 'vrf red: ip route 10.0.0.0/8 blackhole'],
  },
  {
    case: 'indentation means nothing',
    text: '      router bgp 1\nbgp router-id 1.1.1.1\n address-family l2vpn evpn\nadvertise-all-vni\n   vni 5\nrd 1:5',
    places: [
      'router bgp 1: bgp router-id 1.1.1.1',
      'router bgp 1 > address-family l2vpn evpn: advertise-all-vni',
      'router bgp 1 > address-family l2vpn evpn > vni 5: rd 1:5',
    ],
  },
  {
    case: 'exit-address-family ends a vni inside it as well',
    text: 'router bgp 1\naddress-family l2vpn evpn\nvni 5\nexit-address-family\nbgp router-id 1.1.1.1',
    places: ['router bgp 1: bgp router-id 1.1.1.1'],
  },
  {
    case: 'an address family that is entered twice is one',
    text: 'router bgp 1\naddress-family ipv4\nnetwork 10.0.0.0/8\nexit\naddress-family ipv4 unicast\nnetwork 11.0.0.0/8',
    places: [
      'router bgp 1 > address-family ipv4 unicast: network 10.0.0.0/8',
      'router bgp 1 > address-family ipv4 unicast: network 11.0.0.0/8',
    ],
  },
  {
    case: 'a router that is entered again, after another one',
    text: 'router bgp 1\nrouter bgp 1 vrf red\nbgp router-id 2.2.2.2\nrouter bgp 1 vrf default\nbgp router-id 1.1.1.1',
    places: ['router bgp 1: bgp router-id 1.1.1.1', 'router bgp 1 vrf red: bgp router-id 2.2.2.2'],
  },
  {
    case: 'profiles of BFD follow each other without exit; a profile inside a peer is its profile',
    text: 'bfd\nprofile a\ndetect-multiplier 5\nprofile b\npassive-mode\nexit\npeer 192.0.2.1\nprofile a',
    places: [
      'bfd > profile a: detect-multiplier 5',
      'bfd > profile b: passive-mode',
      'bfd > peer 192.0.2.1: profile a',
    ],
  },
  {
    case: 'a daemon that nothing here knows keeps its lines, and nothing after them',
    text: 'router ospf\nrouter-id 1.1.1.1\nnetwork 10.0.0.0/8 area 0\ninterface eth0\nip ospf cost 5\nkey chain k\nkey 1\nkey-string x',
    places: [
      'router ospf: router-id 1.1.1.1',
      'router ospf: network 10.0.0.0/8 area 0',
      'interface eth0: ip ospf cost 5',
      'key chain k > key 1: key-string x',
    ],
  },
  {
    case: 'a line that nothing knows stays where it is',
    text: 'router bgp 1\naddress-family ipv4 unicast\nsomething of FRR 12',
    places: ['router bgp 1 > address-family ipv4 unicast: something of FRR 12'],
  },
  {
    case: 'IPv4 unicast written without its address family',
    text: 'router bgp 1\nneighbor 192.0.2.1 remote-as 2\nneighbor 192.0.2.1 route-map x in\nnetwork 10.0.0.0/8',
    places: [
      'router bgp 1: neighbor 192.0.2.1 remote-as 2',
      'router bgp 1 > address-family ipv4 unicast: neighbor 192.0.2.1 route-map x in',
      'router bgp 1 > address-family ipv4 unicast: network 10.0.0.0/8',
    ],
  },
  {
    case: 'a static route of a VRF written at the top level',
    text: 'ip route 10.0.0.0/8 192.0.2.1 vrf red',
    places: ['vrf red: ip route 10.0.0.0/8 192.0.2.1'],
  },
  {
    case: 'end, comments and the headings of vtysh',
    text: 'Building configuration...\n\nCurrent configuration:\n!\n# x\nrouter bgp 1\n!\nend\nlog stdout\r\n',
    places: ['log stdout'],
  },
])('$case', ({ text, places: expected }) => {
  expect(places(text)).toEqual(expected)
})

test.each([
  {
    case: 'a later value takes the place of an earlier one',
    text: 'router bgp 1\nneighbor 192.0.2.1 timers 10 30\nneighbor 192.0.2.1 timers connect 5\nneighbor 192.0.2.1 timers 20 60',
    places: ['router bgp 1: neighbor 192.0.2.1 timers connect 5', 'router bgp 1: neighbor 192.0.2.1 timers 20 60'],
  },
  {
    case: 'no takes a value away, with or without the value',
    text: 'router bgp 1\nneighbor 192.0.2.1 timers 10 30\nno neighbor 192.0.2.1 timers\nneighbor 192.0.2.1 port 5\nno neighbor 192.0.2.1 port 5',
    places: [],
  },
  {
    case: 'no stays where FRR has the setting unless told otherwise',
    text: 'router bgp 1\nno bgp ebgp-requires-policy\nno bgp network import-check\nbgp network import-check',
    places: ['router bgp 1: no bgp ebgp-requires-policy', 'router bgp 1: bgp network import-check'],
  },
  {
    case: 'no neighbor takes all its lines away',
    text: 'router bgp 1\nneighbor 192.0.2.1 remote-as 2\nneighbor 192.0.2.11 remote-as 2\naddress-family ipv6 unicast\nneighbor 192.0.2.1 activate\nexit\nno neighbor 192.0.2.1',
    places: ['router bgp 1: neighbor 192.0.2.11 remote-as 2'],
  },
  {
    case: 'no takes a context away, with what is in it',
    text: 'router bgp 1\naddress-family ipv4 unicast\nnetwork 10.0.0.0/8\nbfd\nprofile a\nprofile b\npassive-mode\nexit\nno profile b\nno router bgp 1',
    places: [],
  },
  {
    case: 'bfd profile means bfd as well',
    text: 'router bgp 1\nneighbor 192.0.2.1 bfd profile fast',
    places: ['router bgp 1: neighbor 192.0.2.1 bfd profile fast', 'router bgp 1: neighbor 192.0.2.1 bfd'],
  },
  {
    case: 'an unnumbered neighbor in two lines is one line',
    text: 'router bgp 1\nneighbor eth0 interface\nneighbor eth0 remote-as external',
    places: ['router bgp 1: neighbor eth0 interface remote-as external'],
  },
])('$case', ({ text, places: expected }) => {
  expect(places(text)).toEqual(expected)
})

test('the release is what the text says of it', () => {
  expect(parseFrrText('frr version 10.3\nfrr defaults datacenter').release).toEqual({
    version: '10.3',
    defaults: 'datacenter',
  })
  expect(parseFrrText('log stdout').release).toEqual({})
})

test('ten thousand prefixes take no time worth waiting for', () => {
  const lines = Array.from(
    { length: 10_000 },
    (_, i) => `ip prefix-list x seq ${i + 1} permit 10.${i >> 8}.${i & 255}.0/24`,
  )
  const { filterLists } = parseFrrText(lines.join('\n'))
  expect(filterLists[0]?.entries).toHaveLength(10_000)
}, 2_000)
