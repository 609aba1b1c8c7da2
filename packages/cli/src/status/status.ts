import type { Problem } from '@frrkit/model'
import type { BfdPeerStatus, BgpNeighborStatus } from '@frrkit/vty'

/** What FRR's sessions are like at one moment. */
export type Status = {
  /** Those of the default VRF first, then by name; absent where bgpd did not answer. */
  readonly neighbors?: readonly BgpNeighborStatus[]
  /** Absent where bfdd did not answer. */
  readonly bfdPeers?: readonly BfdPeerStatus[]
  /** Daemons that did not answer. */
  readonly problems: readonly Problem[]
}

/** Established, or down because somebody configured it so. */
export function isAsWished({ state, shutdown }: BgpNeighborStatus): boolean {
  return shutdown || state === 'Established'
}

/** Up, or down because somebody configured it so. */
export function isBfdAsWished({ status }: BfdPeerStatus): boolean {
  return status === 'up' || status === 'shutdown'
}

/** Nothing is down that should be up, and every daemon that matters has answered. */
export function isWell({ neighbors = [], bfdPeers = [], problems }: Status): boolean {
  return problems.length === 0 && neighbors.every(isAsWished) && bfdPeers.every(isBfdAsWished)
}
