import type { BgpSessionStateStatus } from '@frrkit/api'
import type { BgpNeighborStatus } from '@frrkit/vty'
import { labelValue } from './label-value.ts'
import { peerName } from './peer-name.ts'

export type SessionStatus = Required<BgpSessionStateStatus>

/** A BGPSessionState as it shall be. */
export type Session = { readonly labels: SessionLabels; readonly status: SessionStatus }

export type SessionLabels = {
  readonly 'frrk8s.metallb.io/node': string
  readonly 'frrk8s.metallb.io/peer': string
  readonly 'frrk8s.metallb.io/vrf': string
}

export const nodeLabel = 'frrk8s.metallb.io/node'

/** The sessions of a node, as its bgpd shows them. */
export function sessionsOf(node: string, neighbors: readonly BgpNeighborStatus[]): readonly Session[] {
  return neighbors.map(({ vrf, neighbor, state, bfd }) => {
    const status = {
      node,
      peer: peerName(neighbor),
      // FRR's name of it; in the API it has none.
      vrf: vrf === 'default' ? '' : vrf,
      bgpStatus: state,
      bfdStatus: bfd ?? 'N/A',
    }
    return { labels: labelsOf(status), status }
  })
}

/** The sessions, and those of before that are missing, which are down: after a restart of bgpd they come back. */
export function withMissing(found: readonly Session[], before: readonly Session[]): readonly Session[] {
  const keys = new Set(found.map(({ labels }) => sessionKey(labels)))
  const missing = before.filter(({ labels }) => !keys.has(sessionKey(labels)))
  return [...found, ...missing.map((session) => ({ ...session, status: { ...session.status, ...down } }))]
}

const down = { bgpStatus: 'Idle', bfdStatus: 'N/A' }

function labelsOf({ node, peer, vrf }: Pick<SessionStatus, 'node' | 'peer' | 'vrf'>): SessionLabels {
  return {
    'frrk8s.metallb.io/node': labelValue(node),
    'frrk8s.metallb.io/peer': labelValue(peer),
    'frrk8s.metallb.io/vrf': labelValue(vrf),
  }
}

/** What makes two objects speak of one session; a new object has no status yet, so the labels tell. */
export function sessionKey(labels: Readonly<Record<string, string>>): string {
  return `${labels['frrk8s.metallb.io/vrf'] ?? ''}/${labels['frrk8s.metallb.io/peer'] ?? ''}`
}
