import type { BfdCounters, BfdPeerStatus, BgpCounters } from '@frrkit/vty'
import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { bfdMetrics, fillBfd } from './bfd-metrics.ts'
import { bgpMetrics, fillBgp } from './bgp-metrics.ts'

/** The series of a registry, without the lines of comments. */
async function series(registry: Registry): Promise<readonly string[]> {
  const lines = (await registry.metrics()).split('\n')
  return lines.filter((line) => line !== '' && !line.startsWith('#'))
}

test('the metrics of FRR have the names and types of frr-k8s', () => {
  expect([...bgpMetrics, ...bfdMetrics].map(({ name, type }) => `${name} ${type}`)).toEqual([
    'frrk8s_bgp_session_up gauge',
    'frrk8s_bgp_announced_prefixes_total gauge',
    'frrk8s_bgp_received_prefixes_total gauge',
    'frrk8s_bgp_opens_sent counter',
    'frrk8s_bgp_opens_received counter',
    'frrk8s_bgp_notifications_sent counter',
    'frrk8s_bgp_updates_total counter',
    'frrk8s_bgp_updates_total_received counter',
    'frrk8s_bgp_keepalives_sent counter',
    'frrk8s_bgp_keepalives_received counter',
    'frrk8s_bgp_route_refresh_sent counter',
    'frrk8s_bgp_total_sent counter',
    'frrk8s_bgp_total_received counter',
    'frrk8s_bfd_session_up gauge',
    'frrk8s_bfd_control_packet_input counter',
    'frrk8s_bfd_control_packet_output counter',
    'frrk8s_bfd_echo_packet_input counter',
    'frrk8s_bfd_echo_packet_output counter',
    'frrk8s_bfd_session_up_events counter',
    'frrk8s_bfd_session_down_events counter',
    'frrk8s_bfd_zebra_notifications counter',
  ])
})

const red = (name: string, value: number) => `frrk8s_bgp_${name}{peer="eth0",vrf="red"} ${value}`

test('a session tells its state, its prefixes and its messages, by peer and VRF as FRR names them', async () => {
  const registry = new Registry()
  const counters: BgpCounters = {
    vrf: 'default',
    neighbor: '192.0.2.1',
    established: true,
    accepted: 3,
    sent: 2,
    messages: {
      opensSent: 1,
      opensRecv: 2,
      notificationsSent: 3,
      notificationsRecv: 4,
      updatesSent: 5,
      updatesRecv: 6,
      keepalivesSent: 7,
      keepalivesRecv: 8,
      routeRefreshSent: 9,
      routeRefreshRecv: 10,
      totalSent: 11,
      totalRecv: 12,
    },
  }
  fillBgp(registry, [counters, { ...counters, vrf: 'red', neighbor: 'eth0', established: false }])
  expect((await series(registry)).filter((line) => line.includes('red'))).toEqual([
    red('session_up', 0),
    red('announced_prefixes_total', 2),
    red('received_prefixes_total', 3),
    red('opens_sent', 1),
    red('opens_received', 2),
    red('notifications_sent', 3),
    red('updates_total', 5),
    red('updates_total_received', 6),
    red('keepalives_sent', 7),
    red('keepalives_received', 8),
    red('route_refresh_sent', 9),
    red('total_sent', 11),
    red('total_received', 12),
  ])
  expect(await registry.metrics()).toContain(`\
# HELP frrk8s_bgp_updates_total Number of BGP UPDATE messages sent
# TYPE frrk8s_bgp_updates_total counter
frrk8s_bgp_updates_total{peer="192.0.2.1",vrf="default"} 5
`)
})

const bfdPeer = (status: string, on: string) =>
  ({ vrf: 'default', peer: 'fe80::1', interface: on, status }) as BfdPeerStatus
const bfdCounters = (on: string): BfdCounters => ({
  vrf: 'default',
  peer: 'fe80::1',
  interface: on,
  controlIn: 1,
  controlOut: 2,
  echoIn: 3,
  echoOut: 4,
  ups: 5,
  downs: 6,
  zebraNotifications: 7,
})

test('two BFD sessions with one address count together, and are up when both are', async () => {
  const registry = new Registry()
  fillBfd(registry, [bfdPeer('up', 'eth0'), bfdPeer('down', 'eth1')], [bfdCounters('eth0'), bfdCounters('eth1')])
  const labels = '{peer="fe80::1",vrf="default"}'
  expect(await series(registry)).toEqual([
    `frrk8s_bfd_session_up${labels} 0`,
    `frrk8s_bfd_control_packet_input${labels} 2`,
    `frrk8s_bfd_control_packet_output${labels} 4`,
    `frrk8s_bfd_echo_packet_input${labels} 6`,
    `frrk8s_bfd_echo_packet_output${labels} 8`,
    `frrk8s_bfd_session_up_events${labels} 10`,
    `frrk8s_bfd_session_down_events${labels} 12`,
    `frrk8s_bfd_zebra_notifications${labels} 14`,
  ])
})
