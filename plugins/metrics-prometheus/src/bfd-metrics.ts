import type { BfdCounters, BfdPeerStatus } from '@frrkit/vty'
import type { Registry } from 'prom-client'
import { fill, type Metric, type PeerLabels } from './metric.ts'

type Reading = { readonly up: boolean; readonly counters: Counts }
type Counts = Omit<BfdCounters, 'vrf' | 'peer' | 'interface'>

function count(name: string, help: string, field: keyof Counts): Metric<Reading> {
  return { name: `frrk8s_bfd_${name}`, type: 'counter', help, value: ({ counters }) => counters[field] }
}

export const bfdMetrics: readonly Metric<Reading>[] = [
  {
    name: 'frrk8s_bfd_session_up',
    type: 'gauge',
    help: 'BFD session state (1 is up, 0 is down)',
    value: ({ up }) => (up ? 1 : 0),
  },
  count('control_packet_input', 'Number of received BFD control packets', 'controlIn'),
  count('control_packet_output', 'Number of sent BFD control packets', 'controlOut'),
  count('echo_packet_input', 'Number of received BFD echo packets', 'echoIn'),
  count('echo_packet_output', 'Number of sent BFD echo packets', 'echoOut'),
  count('session_up_events', 'Number of BFD session up events', 'ups'),
  count('session_down_events', 'Number of BFD session down events', 'downs'),
  count('zebra_notifications', 'Number of BFD zebra notifications', 'zebraNotifications'),
]

/**
 * Two sessions with one address (a link-local one, on two interfaces) have the same labels, and a scrape with the same
 * series twice fails as a whole: they count together, and are up when both are.
 */
export function fillBfd(registry: Registry, peers: readonly BfdPeerStatus[], counters: readonly BfdCounters[]): void {
  const counted = Map.groupBy(counters, keyOf)
  const readings = [...Map.groupBy(peers, keyOf)].flatMap(([key, group]) => {
    const [first] = group
    if (first === undefined) return []
    const labels: PeerLabels = { peer: first.peer, vrf: first.vrf }
    const up = group.every(({ status }) => status === 'up')
    return { labels, reading: { up, counters: sum(counted.get(key) ?? []) } }
  })
  fill(registry, bfdMetrics, readings)
}

function keyOf({ vrf, peer }: { readonly vrf: string; readonly peer: string }): string {
  return `${vrf}\0${peer}`
}

function sum(counters: readonly Counts[]): Counts {
  const total = (field: keyof Counts): number => counters.reduce((sofar, one) => sofar + one[field], 0)
  return {
    controlIn: total('controlIn'),
    controlOut: total('controlOut'),
    echoIn: total('echoIn'),
    echoOut: total('echoOut'),
    ups: total('ups'),
    downs: total('downs'),
    zebraNotifications: total('zebraNotifications'),
  }
}
