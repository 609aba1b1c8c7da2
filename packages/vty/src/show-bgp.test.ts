import { expect, test } from 'vitest'
import { readBgpNeighbors, readBgpSummary } from './show-bgp.ts'

const peer = { remoteAs: 65002, localAs: 65001, bgpState: 'Active', connectionsEstablished: 0, connectionsDropped: 3 }

test('neighbors: FRR’s own fields beside the neighbors of a VRF are none', () => {
  const json = {
    default: { vrfId: 0, vrfName: 'default', '192.0.2.2': peer, eth0: { ...peer, hostname: 'Unknown' } },
    red: { vrfId: 7, vrfName: 'red' },
  }
  const neighbor = {
    vrf: 'default',
    neighbor: '192.0.2.2',
    address: undefined,
    state: 'Active',
    shutdown: false,
    localAs: 65001,
    remoteAs: 65002,
    hostname: undefined,
    uptime: undefined,
    connectionsEstablished: 0,
    connectionsDropped: 3,
    lastReset: undefined,
    lastResetAgo: undefined,
    lastNotification: undefined,
    bfd: undefined,
    families: [],
  }
  expect(readBgpNeighbors(json)).toEqual([neighbor, { ...neighbor, neighbor: 'eth0' }])
})

test('a neighbor that went down: when, and what the notification said', () => {
  const reset = { lastResetTimerMsecs: 1000, lastResetDueTo: 'BGP Notification received' }
  const down = { ...peer, ...reset, lastNotificationReason: 'Cease/Administrative Shutdown', adminShutDown: true }
  expect(readBgpNeighbors({ default: { eth0: { ...down, bgpNeighborAddr: 'fe80::1' } } })).toMatchObject([
    {
      address: 'fe80::1',
      shutdown: true,
      lastReset: 'BGP Notification received',
      lastResetAgo: 1000,
      lastNotification: 'Cease/Administrative Shutdown',
    },
  ])
})

test.each([
  { case: 'nothing', json: {} },
  { case: 'no VRF', json: { default: {} } },
  { case: 'something else', json: [] },
  { case: 'a number', json: 1 },
  { case: 'null', json: null },
])('no neighbors: $case', ({ json }) => {
  expect(readBgpNeighbors(json)).toEqual([])
  expect(readBgpSummary(json)).toEqual([])
})

test('a summary line without its numbers has zeros', () => {
  const json = { default: { ipv4Unicast: { as: 65001, peers: { '192.0.2.2': { state: 'Idle' } } } } }
  expect(readBgpSummary(json)).toEqual([
    {
      vrf: 'default',
      family: 'ipv4Unicast',
      neighbor: '192.0.2.2',
      state: 'Idle',
      remoteAs: 0,
      received: 0,
      sent: 0,
      uptime: 0,
    },
  ])
})
