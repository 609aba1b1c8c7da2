import type { AskOptions } from './asking.ts'
import type { VtyConnection } from './connection.ts'
import { asObject, numberIn, stringIn } from './json.ts'
import { showJson } from './show.ts'
import type { VtyResult } from './vty-error.ts'

export type BfdPeerStatus = {
  readonly vrf: string
  readonly peer: string
  /** Our address; absent where FRR chooses it. */
  readonly local: string | undefined
  readonly interface: string | undefined
  readonly multihop: boolean
  /** 'up', 'down', 'init' or 'shutdown'. */
  readonly status: string
  /** Seconds that it has been up; absent while it is not. */
  readonly uptime: number | undefined
  /** Seconds that it has been down; absent while it is up, or when it never was. */
  readonly downtime: number | undefined
  readonly diagnostic: string
  readonly remoteDiagnostic: string
  readonly detectMultiplier: number
  /** Milliseconds, as configured here. */
  readonly receiveInterval: number
  readonly transmitInterval: number
}

/**
 * Every BFD peer of every VRF, or of one VRF. There is no `vrf all`: bfdd takes that for a VRF of this name and answers that
 * it has no peers, as it does for every VRF that it does not know.
 */
export async function bfdPeers(
  bfdd: VtyConnection,
  { vrf, ...options }: AskOptions & { readonly vrf?: string } = {},
): Promise<VtyResult<readonly BfdPeerStatus[]>> {
  const shown = await showJson(bfdd, `show bfd${vrf === undefined ? '' : ` vrf ${vrf}`} peers json`, options)
  return shown.ok ? { ok: true, value: readBfdPeers(shown.value) } : shown
}

function readBfdPeers(json: unknown): readonly BfdPeerStatus[] {
  const peers: readonly unknown[] = Array.isArray(json) ? json : []
  return peers.flatMap((entry) => {
    const peer = asObject(entry)
    if (!peer) return []
    return {
      vrf: stringIn(peer, 'vrf') ?? 'default',
      peer: stringIn(peer, 'peer') ?? '',
      local: stringIn(peer, 'local'),
      interface: stringIn(peer, 'interface'),
      multihop: peer.multihop === true,
      status: stringIn(peer, 'status') ?? 'unknown',
      uptime: numberIn(peer, 'uptime'),
      downtime: numberIn(peer, 'downtime'),
      diagnostic: stringIn(peer, 'diagnostic') ?? '',
      remoteDiagnostic: stringIn(peer, 'remote-diagnostic') ?? '',
      detectMultiplier: numberIn(peer, 'detect-multiplier') ?? 0,
      receiveInterval: numberIn(peer, 'receive-interval') ?? 0,
      transmitInterval: numberIn(peer, 'transmit-interval') ?? 0,
    }
  })
}
