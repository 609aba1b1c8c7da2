import { expect, test } from 'vitest'
import { checkText, family, messages, session } from '../../e2e/check-text.ts'

const unnumbered = (...settings: readonly string[]) =>
  [
    'router bgp 65001',
    'neighbor eth0 interface remote-as external',
    ...settings.map((each) => `neighbor eth0 ${each}`),
  ].join('\n')
const at = 'router bgp 65001'

test.each([
  // Lines beside each other.
  {
    case: 'a hold time',
    text: session('timers 1 2'),
    wrong: `${at} / neighbor 192.0.2.1 timers 0 2: a hold time is 0, or 3 at least`,
  },
  {
    case: 'local-as of the router',
    text: session('local-as 65001'),
    wrong: `${at} / neighbor 192.0.2.1 local-as 65001: local-as is the AS of the router itself`,
  },
  {
    case: 'ttl-security beside ebgp-multihop',
    text: session('ebgp-multihop', 'ttl-security hops 2'),
    wrong: `${at} / neighbor 192.0.2.1 ttl-security hops 2: ttl-security and ebgp-multihop cannot be together`,
  },
  {
    case: 'multihop at an interface',
    text: unnumbered('ebgp-multihop'),
    wrong: `${at} / neighbor eth0 ebgp-multihop: a neighbor at an interface is always directly connected`,
  },
  {
    case: 'two hops to an interface',
    text: unnumbered('ttl-security hops 2'),
    wrong: `${at} / neighbor eth0 ttl-security hops 2: a neighbor at an interface is one hop away`,
  },
  {
    case: 'a client that is no iBGP neighbor',
    text: `${session()}\naddress-family ipv4 unicast\nneighbor 192.0.2.1 route-reflector-client`,
    wrong: `${at} / address-family ipv4 unicast / neighbor 192.0.2.1 route-reflector-client: route-reflector-client is for iBGP sessions alone`,
  },
  {
    case: 'a peer-group that is missing',
    text: 'router bgp 65001\nneighbor 192.0.2.1 peer-group x',
    wrong: `${at} / neighbor 192.0.2.1 peer-group x: there is no peer-group x`,
  },
  {
    case: 'an AS beside that of the peer-group',
    text: `${session('peer-group x')}\nneighbor x peer-group\nneighbor x remote-as 65003`,
    wrong: `${at} / neighbor 192.0.2.1 peer-group x: the AS is that of the peer-group x, and there is a remote-as of its own`,
  },
  {
    case: 'ranges that overlap',
    text: 'router bgp 65001\nneighbor x peer-group\nneighbor x remote-as external\nbgp listen range 10.0.0.0/8 peer-group x\nbgp listen range 10.1.0.0/16 peer-group x',
    wrong: `${at} / bgp listen range 10.1.0.0/16 peer-group x: it overlaps with 10.0.0.0/8`,
  },
  {
    case: 'a VRF that imports from itself',
    text: family('import vrf default'),
    wrong: `${at} / address-family ipv4 unicast / import vrf default: a VRF cannot import from itself`,
  },
  {
    case: 'two delays the wrong way round',
    text: 'router bgp 65001\nupdate-delay 10 20',
    wrong: `${at} / update-delay 10 20: the second time is the longer one`,
  },
  {
    case: 'a VNI of nobody',
    text: 'router bgp 65001\naddress-family l2vpn evpn\nvni 7\nrd 65001:7',
    wrong: `${at} / address-family l2vpn evpn / vni 7 / rd 65001:7: this router has no advertise-all-vni`,
  },
  {
    case: 'VNIs of two',
    text: 'router bgp 65001\naddress-family l2vpn evpn\nadvertise-all-vni\nrouter bgp 65001 vrf red\naddress-family l2vpn evpn\nadvertise-all-vni',
    wrong: `router bgp 65001 vrf red / address-family l2vpn evpn / advertise-all-vni: ${at} has it already`,
  },
  {
    case: 'one VNI for two VRFs',
    text: 'vrf red\nvni 7\nvrf blue\nvni 7',
    wrong: 'vrf blue / vni 7: vrf red has this VNI already',
  },
  {
    case: 'a jump backwards',
    text: 'route-map x permit 7\non-match goto 7',
    wrong: 'route-map x permit 7 / on-match goto 7: 7 is not behind it',
  },
  {
    case: 'a route-map that calls itself',
    text: 'route-map x permit 7\ncall x',
    wrong: 'route-map x permit 7 / call x: a route-map cannot call itself',
  },
  {
    case: 'one name for lists of two kinds',
    text: 'bgp community-list standard x seq 5 permit 1:1\nbgp community-list expanded x seq 5 permit 1:.*',
    wrong: 'bgp community-list expanded x seq 5 permit 1:.*: x is a standard list already',
  },
])('$case is wrong', ({ text, wrong }) => {
  expect(messages(checkText(text))).toEqual([wrong])
})

test.each([
  { text: session('local-as 65002'), wrong: 'local-as is the AS of the neighbor' },
  {
    text: session('local-as 65003').replace('remote-as 65002', 'remote-as 65001'),
    wrong: 'local-as is for eBGP sessions alone',
  },
  { text: 'bfd\nprofile x\ndetect-multiplier 1', wrong: '1 is not between 2 and 255' },
  { text: 'router bgp 65001\nbgp confederation peers 65001', wrong: 'the AS of the router itself is among them' },
])('FRR 8.4 refuses it and 10.3 does not: $wrong', ({ text, wrong }) => {
  expect(checkText(text, { version: '8.4.4' }).wrong.map(({ why }) => why)).toEqual([wrong])
  expect(messages(checkText(text))).toEqual([])
})
