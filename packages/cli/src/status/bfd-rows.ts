import type { BfdPeerStatus, BgpNeighborStatus } from '@frrkit/vty'
import { duration } from './duration.ts'
import type { Cell } from './layout.ts'
import { isBfdShutDown } from './status.ts'

export function bfdRows(
  peers: readonly BfdPeerStatus[],
  neighbors: readonly BgpNeighborStatus[],
  hasVrfs: boolean,
): readonly (readonly Cell[])[] {
  const title = [...(hasVrfs ? ['VRF'] : []), 'BFD PEER', 'VIA', 'STATE', 'FOR', 'INTERVAL', 'WHY']
  return [
    title.map((text): Cell => ({ text, tone: 'quiet' })),
    ...peers.map((peer) => [...(hasVrfs ? [peer.vrf] : []), ...rowOf(peer, neighbors)]),
  ]
}

function rowOf(peer: BfdPeerStatus, neighbors: readonly BgpNeighborStatus[]): readonly Cell[] {
  const { status, multihop, uptime, downtime, detectMultiplier, receiveInterval } = peer
  const since = uptime ?? downtime
  const tone = isBfdShutDown(peer, neighbors) ? 'quiet' : status === 'up' ? 'good' : 'bad'
  return [
    peer.peer,
    multihop ? 'multihop' : (peer.interface ?? peer.local ?? '-'),
    { text: status, tone },
    since === undefined ? '-' : duration(since * 1000),
    `${detectMultiplier} x ${receiveInterval} ms`,
    status === 'up' ? '' : whyOf(peer),
  ]
}

/** What each side says: bfdd says 'ok' as long as it knows nothing. */
function whyOf({ diagnostic, remoteDiagnostic }: BfdPeerStatus): string {
  const says = [
    ['here', diagnostic],
    ['peer', remoteDiagnostic],
  ].filter(([, words]) => words !== '' && words !== 'ok')
  return says.map(([side, words]) => `${side}: ${words}`).join(', ')
}
