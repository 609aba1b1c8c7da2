import type { BfdPeerStatus, BgpNeighborStatus } from '@frrkit/vty'
import { expect, test } from 'vitest'
import { isWell } from './status.ts'
import { statusTable } from './status-table.ts'

const second = 1000
const day = 86_400 * second

function neighbor(given: Partial<BgpNeighborStatus>): BgpNeighborStatus {
  return {
    vrf: 'default',
    neighbor: '192.0.2.2',
    address: undefined,
    state: 'Established',
    shutdown: false,
    localAs: 65001,
    remoteAs: 65002,
    hostname: undefined,
    uptime: 5 * second,
    connectionsEstablished: 1,
    connectionsDropped: 0,
    lastReset: undefined,
    lastResetAgo: undefined,
    lastNotification: undefined,
    bfd: undefined,
    families: [{ family: 'ipv4Unicast', accepted: 2, sent: 4 }],
    ...given,
  }
}

function bfdPeer(given: Partial<BfdPeerStatus>): BfdPeerStatus {
  return {
    vrf: 'default',
    peer: '192.0.2.2',
    local: '192.0.2.1',
    interface: 'eth0',
    multihop: false,
    status: 'up',
    uptime: 65,
    downtime: undefined,
    diagnostic: 'ok',
    remoteDiagnostic: 'ok',
    detectMultiplier: 3,
    receiveInterval: 300,
    transmitInterval: 300,
    ...given,
  }
}

const show = (neighbors?: readonly BgpNeighborStatus[], bfdPeers?: readonly BfdPeerStatus[], width?: number) =>
  statusTable(
    { ...(neighbors && { neighbors }), ...(bfdPeers && { bfdPeers }), problems: [] },
    { paint: (text) => text, width },
  ).join('\n')

test('all is well: who, since when, how much; an interface has the number of its peer', () => {
  const names = [
    neighbor({ hostname: 'tor-a', uptime: 3 * day, families: [family('ipv4', 10, 1200), family('ipv6', 0, 1)] }),
    neighbor({ neighbor: 'eth1', address: 'fe80::1', bfd: 'Up' }),
  ]
  expect(show(names, [bfdPeer({})])).toBe(
    `\
2 neighbors: 2 established; 1 BFD peer: 1 up

NEIGHBOR   AS     NAME   STATE        FOR    FAMILY  ACCEPTED  SENT  BFD  LAST RESET
192.0.2.2  65002  tor-a  Established  3d 0h  ipv4    10        1200  -
                                             ipv6    0         1
eth1       65002         Established  5s     ipv4    2         4     Up

BFD PEER   VIA   STATE  FOR    INTERVAL    WHY
192.0.2.2  eth0  up     1m 5s  3 x 300 ms`,
  )
})

test('what is down says since when and why, in FRR’s words', () => {
  const reset = { lastReset: 'BGP Notification received', lastNotification: 'Cease/Administrative Shutdown' }
  const names = [
    neighbor({ connectionsDropped: 2, lastReset: 'BFD down received', lastResetAgo: 90 * second }),
    neighbor({ neighbor: '192.0.2.3', state: 'Active', uptime: undefined, lastResetAgo: 7 * second, ...reset }),
    neighbor({ neighbor: '192.0.2.4', state: 'Idle', uptime: undefined, shutdown: true, families: [] }),
  ]
  const peers = [
    bfdPeer({ status: 'down', uptime: undefined, downtime: 7, diagnostic: 'control detection time expired' }),
    bfdPeer({ peer: '192.0.2.5', multihop: true, status: 'down', uptime: undefined }),
  ]
  expect(show(names, peers)).toBe(
    `\
3 neighbors: 1 established, 1 down, 1 shut down; 2 BFD peers: 2 down

NEIGHBOR   AS     STATE         FOR  FAMILY  ACCEPTED  SENT  BFD  LAST RESET
192.0.2.2  65002  Established   5s   ipv4    2         4     -    1m 30s ago: BFD down received
192.0.2.3  65002  Active        7s   ipv4    2         4     -    BGP Notification received: Cease/Administrative Shutdown
192.0.2.4  65002  Idle (Admin)  -    -       -         -     -

BFD PEER   VIA       STATE  FOR  INTERVAL    WHY
192.0.2.2  eth0      down   7s   3 x 300 ms  here: control detection time expired
192.0.2.5  multihop  down   -    3 x 300 ms`,
  )
})

test('VRFs have a column as soon as there is one', () => {
  expect(show([neighbor({ vrf: 'red' })])).toContain('VRF  NEIGHBOR   AS  ')
})

test('a family that the peer did not agree to has sent nothing', () => {
  expect(show([neighbor({ families: [{ family: 'l2VpnEvpn', accepted: 0, sent: undefined }] })])).toMatch(
    /evpn {4}0 {9}- {5}-/,
  )
})

test('what FRR waited for before the first session is no reset', () => {
  expect(show([neighbor({ lastReset: 'Waiting for peer OPEN', lastResetAgo: second })])).not.toContain('Waiting')
})

test.each([
  { case: 'nothing is configured', neighbors: [], says: 'no neighbors' },
  { case: 'bgpd did not answer', neighbors: undefined, says: '' },
])('no table: $case', ({ neighbors, says }) => {
  expect(show(neighbors)).toBe(says)
})

test('no line is longer than the window, and what a peer calls itself cannot move anything', () => {
  const text = show([neighbor({ hostname: 'tor\u001b[2J名', bfd: 'Up' })], [bfdPeer({})], 40)
  expect(text.split('\n').map((line) => line.length)).toSatisfy((lengths) => Math.max(...lengths) <= 40)
  expect(text).toBe(
    `\
1 neighbor: 1 established; 1 BFD peer: …

NEIGHBOR   AS     NAME                S…
192.0.2.2  65002  tor\\u001b[2J\\u540d  E…

BFD PEER   VIA   STATE  FOR    INTERVAL
192.0.2.2  eth0  up     1m 5s  3 x 300 …`,
  )
})

test.each([
  { case: 'established', given: {}, well: true },
  { case: 'down', given: { state: 'Active' }, well: false },
  { case: 'shut down on purpose', given: { state: 'Idle', shutdown: true }, well: true },
])('all is well if a neighbor is $case: $well', ({ given, well }) => {
  expect(isWell({ neighbors: [neighbor(given)], problems: [] })).toBe(well)
})

test.each([
  { status: 'up', well: true },
  { status: 'shutdown', well: true },
  { status: 'down', well: false },
  { status: 'init', well: false },
])('all is well if a BFD peer is $status: $well', ({ status, well }) => {
  expect(isWell({ bfdPeers: [bfdPeer({ status })], problems: [] })).toBe(well)
})

test.each([
  { case: 'its address', neighbor: { neighbor: '192.0.2.2' } },
  { case: 'the address that it has at an interface', neighbor: { neighbor: 'eth7', address: '192.0.2.2' } },
  { case: 'its interface', neighbor: { neighbor: 'eth0' } },
])('a BFD peer may be down while its neighbor is shut down, known by $case', ({ neighbor: given }) => {
  const peers = [bfdPeer({ status: 'down', uptime: undefined })]
  const neighbors = [neighbor({ ...given, state: 'Idle', shutdown: true })]
  expect(show(neighbors, peers)).toContain('1 neighbor: 1 shut down; 1 BFD peer: 1 shut down')
  expect(isWell({ neighbors, bfdPeers: peers, problems: [] })).toBe(true)
  const elsewhere = neighbors.map((each) => ({ ...each, vrf: 'red' }))
  expect(isWell({ neighbors: elsewhere, bfdPeers: peers, problems: [] })).toBe(false)
})

function family(name: string, accepted: number, sent: number) {
  return { family: `${name}Unicast`, accepted, sent }
}
