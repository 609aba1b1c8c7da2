import { expect, test } from 'vitest'
import { compareFrrTexts } from './compare.ts'
import { parseFrrText } from './parse.ts'
import { sessionResets } from './session-resets.ts'

function resets(before: string, after: string) {
  const [earlier, later] = [parseFrrText(before), parseFrrText(after)]
  return sessionResets(earlier, later, compareFrrTexts(earlier, later))
}

const base = `router bgp 65001
no bgp default ipv4-unicast
bgp router-id 1.1.1.1
neighbor 192.0.2.1 remote-as 65002
neighbor 192.0.2.1 bfd
neighbor 192.0.2.2 remote-as 65001
address-family ipv4 unicast
neighbor 192.0.2.1 activate
neighbor 192.0.2.1 route-map x in
exit
`

test.each([
  { change: 'neighbor 192.0.2.1 remote-as external', because: ['remote-as changes'] },
  { change: 'neighbor 192.0.2.1 password x', because: ['the password changes'] },
  { change: 'neighbor 192.0.2.1 ebgp-multihop', because: ['ebgp-multihop changes'] },
  { change: 'neighbor 192.0.2.1 disable-connected-check', because: ['disable-connected-check changes'] },
  { change: 'neighbor 192.0.2.1 update-source lo', because: ['update-source changes'] },
  { change: 'neighbor 192.0.2.1 local-as 7 no-prepend replace-as', because: ['local-as changes'] },
  { change: 'neighbor 192.0.2.1 port 1179', because: ['the port changes'] },
  { change: 'no neighbor 192.0.2.1 bfd', because: ['bfd is removed'] },
  { change: 'no neighbor 192.0.2.1', because: ['the neighbor is removed'] },
  {
    change: 'address-family ipv4 unicast\nno neighbor 192.0.2.1 activate',
    because: ['an address family is activated or deactivated'],
  },
  {
    change: 'address-family ipv6 unicast\nneighbor 192.0.2.1 activate',
    because: ['an address family is activated or deactivated'],
  },
  {
    change: 'address-family l2vpn evpn\nneighbor 192.0.2.1 activate',
    because: ['an address family is activated or deactivated'],
  },
  {
    change: 'address-family l2vpn evpn\nneighbor 192.0.2.1 route-server-client',
    because: ['what the neighbor is to us changes'],
  },
  { change: 'address-family ipv4 vpn\nneighbor 192.0.2.1 accept-own', because: ['accept-own changes'] },
  {
    change: 'neighbor 192.0.2.1 password x\nneighbor 192.0.2.1 ebgp-multihop',
    because: ['the password changes', 'ebgp-multihop changes'],
  },
])('$change ends the session of that neighbor', ({ change, because }) => {
  expect(resets(base, `${base}${change}`)).toEqual([{ vrf: '', neighbor: '192.0.2.1', because }])
})

test.each([
  'neighbor 192.0.2.1 timers 10 30',
  'neighbor 192.0.2.1 shutdown rtt 500 count 3',
  'neighbor 192.0.2.1 timers connect 5',
  'neighbor 192.0.2.1 port 179',
  'neighbor 192.0.2.1 description x',
  'neighbor 192.0.2.1 bfd profile fast',
  'neighbor 192.0.2.1 graceful-restart',
  'neighbor 192.0.2.3 remote-as 65003',
  'no bgp graceful-restart preserve-fw-state',
  'address-family ipv4 unicast\nnetwork 10.0.0.0/8',
  'address-family ipv4 unicast\nneighbor 192.0.2.1 route-map y in',
  'route-map x permit 1\nset metric 1',
  'ip prefix-list x permit any',
  'bfd\nprofile fast\ndetect-multiplier 5',
])('%s ends no session', (change) => {
  expect(resets(base, `${base}${change}`)).toEqual([])
})

test.each([
  { case: 'the router id', after: base.replace('1.1.1.1', '2.2.2.2'), because: 'the router id changes' },
  {
    case: 'reject-as-sets',
    after: base.replace('bgp router', 'bgp reject-as-sets\nbgp router'),
    because: 'reject-as-sets changes',
  },
  { case: 'the AS', after: base.replace('bgp 65001', 'bgp 65009'), because: 'the AS of its router changes' },
  { case: 'the router itself', after: '', because: 'its router is removed' },
])('$case ends all sessions of the router', ({ after, because }) => {
  expect(resets(base, after)).toEqual([
    { vrf: '', neighbor: '192.0.2.1', because: [because] },
    { vrf: '', neighbor: '192.0.2.2', because: [because] },
  ])
})

test('the cluster id ends the iBGP sessions', () => {
  const group = `${base}neighbor G peer-group\nneighbor G remote-as internal\nneighbor 192.0.2.5 peer-group G\n`
  expect(resets(group, `${group}bgp cluster-id 7.7.7.7`)).toEqual([
    { vrf: '', neighbor: '192.0.2.2', because: ['the cluster id changes'] },
    { vrf: '', neighbor: '192.0.2.5', because: ['the cluster id changes'] },
  ])
})

test('a neighbor of the same name in another VRF is another neighbor', () => {
  const red = base.replace('bgp 65001', 'bgp 65001 vrf red')
  expect(resets(base + red, `${base}${red}neighbor 192.0.2.1 password x`)).toEqual([
    { vrf: 'red', neighbor: '192.0.2.1', because: ['the password changes'] },
  ])
})

test.each([
  { version: '8.4.4', vrf: [] },
  { version: '10.3', vrf: [{ vrf: 'red', neighbor: '192.0.2.9', because: ['the AS of the default router changes'] }] },
])('FRR $version: another AS of the default router, and the sessions of the VRFs', ({ version, vrf }) => {
  const red = 'router bgp 65001 vrf red\nneighbor 192.0.2.9 remote-as 65002\n'
  const changes = 'the AS of its router changes'
  expect(resets(`frr version ${version}\n${base}${red}`, base.replace('bgp 65001', 'bgp 65009') + red)).toEqual([
    { vrf: '', neighbor: '192.0.2.1', because: [changes] },
    { vrf: '', neighbor: '192.0.2.2', because: [changes] },
    ...vrf,
  ])
})

test('what happens to a peer-group happens to its members', () => {
  const group = `${base}neighbor G peer-group\nneighbor G remote-as 65005\nneighbor 192.0.2.5 peer-group G\n`
  expect(resets(group, `${group}neighbor G ebgp-multihop`)).toEqual([
    { vrf: '', neighbor: '192.0.2.5', because: ['ebgp-multihop changes'] },
  ])
})

test.each([
  { version: '8.4.4', first: [], all: [] },
  { version: '10.3', first: ['192.0.2.1'], all: ['192.0.2.1', '192.0.2.2'] },
])('graceful-restart and suppress-fib-pending end sessions of FRR 10: $version', ({ version, first, all }) => {
  const shown = `frr version ${version}\n${base}`
  const ended = (line: string) =>
    resets(shown, shown.replace('bgp router', `${line}\nbgp router`)).map((each) => each.neighbor)
  expect(ended('neighbor 192.0.2.1 graceful-restart')).toEqual(first)
  expect(ended('bgp suppress-fib-pending')).toEqual(all)
})
