import { compareFrrTexts, parseFrrText } from '@frrkit/frr-text'
import { expect, test } from 'vitest'
import { makePlan } from './make-plan.ts'
import { printPlan } from './print-plan.ts'

function plan(before: string, after: string): string {
  const [earlier, later] = [parseFrrText(before), parseFrrText(after)]
  return printPlan(makePlan(earlier, later, compareFrrTexts(earlier, later)))
}

const base = `log stdout informational
ip prefix-list 192.0.2.1-allowed-ipv4 seq 7 permit 10.0.0.0/24
route-map 192.0.2.1-out permit 1
  match ip address prefix-list 192.0.2.1-allowed-ipv4
  set local-preference 200
router bgp 64512
  no bgp default ipv4-unicast
  bgp router-id 1.1.1.1
  neighbor 192.0.2.1 remote-as 64513
  neighbor 192.0.2.1 password s3cret
  neighbor 192.0.2.2 remote-as 64514
  address-family ipv4 unicast
    neighbor 192.0.2.1 activate
    neighbor 192.0.2.1 route-map 192.0.2.1-out out
  exit-address-family
  address-family ipv4 unicast
    network 10.0.0.0/24
  exit-address-family
bfd
  profile fast
    receive-interval 100
`

test.each([
  { case: 'nothing', after: base, plan: 'nothing would change\n' },
  {
    case: 'a prefix that is advertised',
    after: base
      .replace('router bgp', 'ip prefix-list 192.0.2.1-allowed-ipv4 seq 3 permit 10.0.1.0/24\nrouter bgp')
      .replace('network 10.0.0.0/24', 'network 10.0.0.0/24\nnetwork 10.0.1.0/24'),
    plan: `neighbor 192.0.2.1
  + ip prefix-list 192.0.2.1-allowed-ipv4 permit 10.0.1.0/24

router
  address-family ipv4 unicast
    + network 10.0.1.0/24

2 to add, 0 to remove, 0 sessions reset
`,
  },
  {
    case: 'a password',
    after: base.replace('s3cret', 'hunter2'),
    plan: `neighbor 192.0.2.1: the session resets: the password changes
  ~ neighbor 192.0.2.1 password (hidden)  (changed)

1 to add, 1 to remove, 1 session reset
`,
  },
  {
    case: 'several things of one neighbor',
    after: base
      .replace('remote-as 64513', 'remote-as external\nneighbor 192.0.2.1 ebgp-multihop')
      .replace('local-preference 200', 'local-preference 300'),
    plan: `neighbor 192.0.2.1: the session resets: remote-as changes, ebgp-multihop changes
  - neighbor 192.0.2.1 remote-as 64513
  + neighbor 192.0.2.1 remote-as external
  + neighbor 192.0.2.1 ebgp-multihop
  route-map 192.0.2.1-out permit 1
    - set local-preference 200
    + set local-preference 300

3 to add, 2 to remove, 1 session reset
`,
  },
  {
    case: 'the router id, which resets also what does not change',
    after: base.replace('1.1.1.1', '2.2.2.2'),
    plan: `neighbor 192.0.2.1: the session resets: the router id changes

neighbor 192.0.2.2: the session resets: the router id changes

router
  - bgp router-id 1.1.1.1
  + bgp router-id 2.2.2.2

1 to add, 1 to remove, 2 sessions reset
`,
  },
  {
    case: 'the AS, for which everything is made anew as it was',
    after: base.replace('bgp 64512', 'bgp 64999'),
    plan: `neighbor 192.0.2.1: the session resets: the AS of its router changes

neighbor 192.0.2.2: the session resets: the AS of its router changes

router
  - router bgp 64512
  + router bgp 64999

1 to add, 1 to remove, 2 sessions reset
`,
  },
  {
    case: 'a neighbor that goes and one that comes, in a VRF',
    after: `${base.replace(/.*192\.0\.2\.2 .*\n/, '')}router bgp 64512 vrf red\nneighbor eth0 interface remote-as external\nvrf red\nvni 5\n`,
    plan: `neighbor 192.0.2.2: the session ends: the neighbor is removed
  - neighbor 192.0.2.2 remote-as 64514

neighbor eth0 (vrf red): new
  + neighbor eth0 interface remote-as external

router (vrf red): new
  + router bgp 64512 vrf red
  vrf red
    + vni 5

3 to add, 1 to remove, 1 session reset
`,
  },
  {
    case: 'a BFD profile, the node itself, and what nobody but a snippet writes',
    after: `${base
      .replace('receive-interval 100', 'receive-interval 300\n  profile slow')
      .replace('informational', 'warnings')}ip route 10.9.0.0/16 blackhole\ninterface eth0\nip ospf cost 5\n`,
    plan: `BFD profile fast
  - receive-interval 100

BFD profile slow: new
  + profile slow

node
  - log stdout informational
  + log stdout warnings

other configuration, as from raw snippets
  + ip route 10.9.0.0/16 blackhole
  interface eth0
    + ip ospf cost 5

4 to add, 2 to remove, 0 sessions reset
`,
  },
  {
    case: 'an entry of a route-map, whole',
    after: base.replace('router bgp', 'route-map 192.0.2.1-out deny 9\n  match tag 1\nrouter bgp'),
    plan: `neighbor 192.0.2.1
  + route-map 192.0.2.1-out deny 9
  +   match tag 1

2 to add, 0 to remove, 0 sessions reset
`,
  },
  {
    case: 'EVPN of the router and of a neighbor',
    after: base.replace(
      'bfd\n',
      'router bgp 64512\naddress-family l2vpn evpn\nadvertise-all-vni\nneighbor 192.0.2.2 activate\nvni 5\nrd 1:5\nbfd\n',
    ),
    plan: `neighbor 192.0.2.2: the session resets: an address family is activated or deactivated
  address-family l2vpn evpn
    + neighbor 192.0.2.2 activate

router
  address-family l2vpn evpn
    + advertise-all-vni
    + vni 5
  address-family l2vpn evpn > vni 5
    + rd 1:5

4 to add, 0 to remove, 1 session reset
`,
  },
  {
    case: 'a filter that two neighbors share',
    after: base
      .replace('address-family', 'neighbor 192.0.2.2 route-map 192.0.2.1-out out\naddress-family')
      .replace('10.0.0.0/24\nroute-map', '10.0.9.0/24\nroute-map'),
    plan: `neighbor 192.0.2.2
  address-family ipv4 unicast
    + neighbor 192.0.2.2 route-map 192.0.2.1-out out

other configuration, as from raw snippets
  - ip prefix-list 192.0.2.1-allowed-ipv4 permit 10.0.0.0/24
  + ip prefix-list 192.0.2.1-allowed-ipv4 permit 10.0.9.0/24

2 to add, 1 to remove, 0 sessions reset
`,
  },
])('$case', ({ after, plan: expected }) => {
  expect(plan(base, after)).toBe(expected)
})

test('all of it can go', () => {
  const text = plan(base, '')
  expect(text).toContain('neighbor 192.0.2.1: the session ends: its router is removed\n')
  expect(text).toContain('router: removed\n  - router bgp 64512\n')
  expect(text).toContain('BFD profile fast: removed\n  - profile fast\n  - receive-interval 100\n')
  expect(text).toMatch(/\n0 to add, 16 to remove, 2 sessions reset\n$/)
})

test('no plan holds a secret, whatever it is a secret of', () => {
  const keys = 'key chain k\nkey 1\nkey-string s3cret\ninterface eth0\nip ospf authentication-key s3cret\n'
  const [earlier, later] = [parseFrrText(base), parseFrrText(`${base.replace('s3cret', 'hunter2')}${keys}`)]
  expect(JSON.stringify(makePlan(earlier, later, compareFrrTexts(earlier, later)))).not.toMatch(/s3cret|hunter2/)
})
