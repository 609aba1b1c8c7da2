import type { BgpCounters, BgpMessage } from '@frrkit/vty'
import type { Registry } from 'prom-client'
import { fill, type Metric } from './metric.ts'

function messages(name: string, kind: string, message: BgpMessage): Metric<BgpCounters> {
  const way = message.endsWith('Sent') ? 'sent' : 'received'
  return {
    name: `frrk8s_bgp_${name}`,
    type: 'counter',
    help: `Number of BGP ${kind} messages ${way}`,
    value: (counters) => counters.messages[message],
  }
}

/** Names and types are those of frr-k8s, `_total` at a gauge included: dashboards rely on them. */
export const bgpMetrics: readonly Metric<BgpCounters>[] = [
  {
    name: 'frrk8s_bgp_session_up',
    type: 'gauge',
    help: 'BGP session state (1 is up, 0 is down)',
    value: ({ established }) => (established ? 1 : 0),
  },
  {
    name: 'frrk8s_bgp_announced_prefixes_total',
    type: 'gauge',
    help: 'Number of prefixes currently being advertised on the BGP session',
    value: ({ sent }) => sent,
  },
  {
    name: 'frrk8s_bgp_received_prefixes_total',
    type: 'gauge',
    help: 'Number of prefixes currently being received on the BGP session',
    value: ({ accepted }) => accepted,
  },
  messages('opens_sent', 'open', 'opensSent'),
  messages('opens_received', 'open', 'opensRecv'),
  messages('notifications_sent', 'notification', 'notificationsSent'),
  messages('updates_total', 'UPDATE', 'updatesSent'),
  messages('updates_total_received', 'UPDATE', 'updatesRecv'),
  messages('keepalives_sent', 'keepalive', 'keepalivesSent'),
  messages('keepalives_received', 'keepalive', 'keepalivesRecv'),
  messages('route_refresh_sent', 'route refresh', 'routeRefreshSent'),
  messages('total_sent', 'total', 'totalSent'),
  messages('total_received', 'total', 'totalRecv'),
]

export function fillBgp(registry: Registry, counters: readonly BgpCounters[]): void {
  const readings = counters.map((reading) => ({ labels: { peer: reading.neighbor, vrf: reading.vrf }, reading }))
  fill(registry, bgpMetrics, readings)
}
