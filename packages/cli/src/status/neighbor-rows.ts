import type { BgpNeighborStatus } from '@frrkit/vty'
import { duration } from './duration.ts'
import type { Cell, Tone } from './layout.ts'
import { isAsWished } from './status.ts'

const families: Readonly<Record<string, string>> = {
  ipv4Unicast: 'ipv4',
  ipv6Unicast: 'ipv6',
  l2VpnEvpn: 'evpn',
}

/** A row per neighbor, and one more for each further address family. */
export function neighborRows(neighbors: readonly BgpNeighborStatus[], hasVrfs: boolean): readonly (readonly Cell[])[] {
  const title = ['NEIGHBOR', 'AS', 'NAME', 'STATE', 'FOR', 'FAMILY', 'ACCEPTED', 'SENT', 'BFD', 'LAST RESET']
  const head = title.map((text): Cell => ({ text, tone: 'quiet' }))
  const rows = neighbors.flatMap((neighbor) =>
    rowsOf(neighbor).map((row, i) => ({ row, vrf: i === 0 ? neighbor.vrf : '' })),
  )
  const all = [{ row: head, vrf: 'VRF' }, ...rows]
  const named = neighbors.some(({ hostname }) => hostname !== undefined)
  return all.map(({ row, vrf }, i) => [
    ...(hasVrfs ? [i === 0 ? { text: vrf, tone: 'quiet' as const } : vrf] : []),
    ...row.filter((_, column) => named || column !== 2),
  ])
}

function rowsOf(neighbor: BgpNeighborStatus): readonly (readonly Cell[])[] {
  const { remoteAs, hostname = '', families: active, bfd } = neighbor
  const [first, ...others] = active.map(({ family, accepted, sent }) => [
    families[family] ?? family,
    `${accepted}`,
    sent === undefined ? '-' : `${sent}`,
  ])
  return [
    [
      neighbor.neighbor,
      remoteAs === 0 ? '-' : `${remoteAs}`,
      hostname,
      { text: stateOf(neighbor), tone: toneOf(neighbor) },
      sinceOf(neighbor),
      ...(first ?? ['-', '-', '-']),
      bfd === undefined ? '-' : { text: bfd, tone: bfd === 'Up' ? 'good' : 'bad' },
      resetOf(neighbor),
    ],
    ...others.map((cells) => ['', '', '', '', '', ...cells]),
  ]
}

function stateOf({ state, shutdown }: BgpNeighborStatus): string {
  return shutdown ? `${state} (Admin)` : state
}

function toneOf(neighbor: BgpNeighborStatus): Tone {
  if (!isAsWished(neighbor)) return 'bad'
  return neighbor.shutdown ? 'quiet' : 'good'
}

/** How long it has been up, or down. */
function sinceOf({ uptime, lastResetAgo }: BgpNeighborStatus): string {
  const milliseconds = uptime ?? lastResetAgo
  return milliseconds === undefined ? '-' : duration(milliseconds)
}

/** Why it is down, or was. */
function resetOf({ uptime, lastReset, lastResetAgo, lastNotification, connectionsDropped }: BgpNeighborStatus): string {
  // What it waited for before its first session is no reset.
  if (lastReset === undefined || (uptime !== undefined && connectionsDropped === 0)) return ''
  const why = lastNotification === undefined ? lastReset : `${lastReset}: ${lastNotification}`
  return uptime === undefined || lastResetAgo === undefined ? why : `${duration(lastResetAgo)} ago: ${why}`
}
