import type { Problem } from '@frrkit/model'
import type { BfdPeerStatus, BgpNeighborStatus } from '@frrkit/vty'

/** What FRR's sessions are like at one moment. */
export type Status = {
  /** Those of the default VRF first, then by name; absent where bgpd did not answer. */
  readonly neighbors?: readonly BgpNeighborStatus[]
  /** Absent where bfdd did not answer. */
  readonly bfdPeers?: readonly BfdPeerStatus[]
  /** Daemons that did not answer, or a VRF that is not there. */
  readonly problems: readonly Problem[]
}

/** Established, or down because somebody configured it so. */
export function isAsWished({ state, shutdown }: BgpNeighborStatus): boolean {
  return shutdown || state === 'Established'
}

/** Up, or down because somebody configured it so. */
export function isBfdAsWished(peer: BfdPeerStatus, neighbors: readonly BgpNeighborStatus[]): boolean {
  return peer.status === 'up' || isBfdShutDown(peer, neighbors)
}

/** Down because it was shut down itself, or its neighbor, which keeps the BFD peer. */
export function isBfdShutDown(
  { status, vrf, peer, interface: port }: BfdPeerStatus,
  neighbors: readonly BgpNeighborStatus[],
): boolean {
  if (status === 'shutdown' || status === 'up') return status === 'shutdown'
  const places = placesShutDown(neighbors)
  return places.has(placeIn(vrf, peer)) || (port !== undefined && places.has(placeIn(vrf, port)))
}

/** Each list is gone through once: a thousand BFD peers are asked about one by one. */
const known = new WeakMap<readonly BgpNeighborStatus[], ReadonlySet<string>>()

/** Addresses and interfaces of the neighbors that were shut down. */
function placesShutDown(neighbors: readonly BgpNeighborStatus[]): ReadonlySet<string> {
  const places = known.get(neighbors) ?? new Set(neighbors.filter(({ shutdown }) => shutdown).flatMap(placesOf))
  known.set(neighbors, places)
  return places
}

function placesOf({ vrf, neighbor, address }: BgpNeighborStatus): readonly string[] {
  return [placeIn(vrf, neighbor), ...(address === undefined ? [] : [placeIn(vrf, address)])]
}

function placeIn(vrf: string, at: string): string {
  return `${vrf} ${at}`
}

/** What is down comes before what is as it should be. */
export function downFirst({ neighbors, ...status }: Status): Status {
  return {
    ...status,
    ...(neighbors && { neighbors: neighbors.toSorted((a, b) => Number(isAsWished(a)) - Number(isAsWished(b))) }),
  }
}

/** Nothing is down that should be up, and every daemon that matters has answered. */
export function isWell({ neighbors = [], bfdPeers = [], problems }: Status): boolean {
  return (
    problems.length === 0 && neighbors.every(isAsWished) && bfdPeers.every((peer) => isBfdAsWished(peer, neighbors))
  )
}
