import type { AskOptions } from './asking.ts'
import type { VtyConnection } from './connection.ts'
import { type JsonObject, numberIn, objectsIn, stringIn } from './json.ts'
import { showJson } from './show.ts'
import type { VtyResult } from './vty-error.ts'

export type BgpNeighborStatus = {
  readonly vrf: string
  /** As it is configured: an address, or an interface. */
  readonly neighbor: string
  /** Where the session goes when the neighbor is an interface; absent until that is known. */
  readonly address: string | undefined
  /** 'Established', 'Active', 'Idle', … */
  readonly state: string
  /** Down because somebody configured it so. */
  readonly shutdown: boolean
  readonly localAs: number
  /** 0 while a neighbor that is only known as external or internal has not said its number. */
  readonly remoteAs: number
  /** Of the peer, as it calls itself. */
  readonly hostname: string | undefined
  /** Milliseconds since it was established, in steps of a second; absent while it is not. */
  readonly uptime: number | undefined
  readonly connectionsEstablished: number
  /** Grows with every session that ends: what to compare for "it did not flap". */
  readonly connectionsDropped: number
  /**
   * FRR's words; absent when there was none yet. What FRR waits for counts as a reset too: see `connectionsDropped` for
   * whether there was a session.
   */
  readonly lastReset: string | undefined
  /** Milliseconds since then, in steps of a second. */
  readonly lastResetAgo: number | undefined
  /** What the last notification said, sent or received: 'Cease/Administrative Shutdown'; absent when there was none. */
  readonly lastNotification: string | undefined
  /** 'Up', 'Down', 'Admin Down', …; absent when the neighbor has no BFD. */
  readonly bfd: string | undefined
  readonly families: readonly BgpFamilyStatus[]
}

export type BgpFamilyStatus = {
  /** In FRR's spelling: 'ipv4Unicast', 'ipv6Unicast', 'l2VpnEvpn', … */
  readonly family: string
  /** Prefixes received and kept. */
  readonly accepted: number
  /** Prefixes announced to it; absent until the session is up. */
  readonly sent: number | undefined
}

/** Every neighbor of every VRF. Empty without a `router bgp`. */
export async function bgpNeighbors(
  bgpd: VtyConnection,
  options: AskOptions = {},
): Promise<VtyResult<readonly BgpNeighborStatus[]>> {
  const shown = await showJson(bgpd, 'show bgp vrf all neighbors json', options)
  return shown.ok ? { ok: true, value: readBgpNeighbors(shown.value) } : shown
}

export function readBgpNeighbors(json: unknown): readonly BgpNeighborStatus[] {
  return objectsIn(json).flatMap(([vrf, neighbors]) =>
    objectsIn(neighbors).map(([neighbor, status]) => readNeighbor(vrf, neighbor, status)),
  )
}

function readNeighbor(vrf: string, neighbor: string, status: JsonObject): BgpNeighborStatus {
  const hostname = stringIn(status, 'hostname')
  return {
    vrf,
    neighbor,
    address: stringIn(status, 'bgpNeighborAddr'),
    state: stringIn(status, 'bgpState') ?? 'Unknown',
    shutdown: status.adminShutDown === true,
    localAs: numberIn(status, 'localAs') ?? 0,
    remoteAs: numberIn(status, 'remoteAs') ?? 0,
    // FRR 10 says that instead of nothing.
    hostname: hostname === 'Unknown' ? undefined : hostname,
    uptime: numberIn(status, 'bgpTimerUpMsec'),
    connectionsEstablished: numberIn(status, 'connectionsEstablished') ?? 0,
    connectionsDropped: numberIn(status, 'connectionsDropped') ?? 0,
    lastReset: stringIn(status, 'lastResetDueTo'),
    lastResetAgo: numberIn(status, 'lastResetTimerMsecs'),
    lastNotification: stringIn(status, 'lastNotificationReason'),
    bfd: objectsIn(status).flatMap(([key, value]) => (key === 'peerBfdInfo' ? stringIn(value, 'status') : []))[0],
    families: objectsIn(status.addressFamilyInfo).map(([family, counters]) => ({
      family,
      accepted: numberIn(counters, 'acceptedPrefixCounter') ?? 0,
      sent: numberIn(counters, 'sentPrefixCounter'),
    })),
  }
}

/** A line of `show bgp summary`: one neighbor in one address family. Cheaper than `bgpNeighbors`, without BFD. */
export type BgpSummaryLine = {
  readonly vrf: string
  readonly family: string
  readonly neighbor: string
  readonly state: string
  readonly remoteAs: number
  readonly received: number
  readonly sent: number
  /** Milliseconds; 0 while the session is not established. */
  readonly uptime: number
}

/** Every neighbor of every VRF in each family that is active for it. Empty without a `router bgp`. */
export async function bgpSummary(
  bgpd: VtyConnection,
  options: AskOptions = {},
): Promise<VtyResult<readonly BgpSummaryLine[]>> {
  const shown = await showJson(bgpd, 'show bgp vrf all summary json', options)
  return shown.ok ? { ok: true, value: readBgpSummary(shown.value) } : shown
}

export function readBgpSummary(json: unknown): readonly BgpSummaryLine[] {
  return objectsIn(json).flatMap(([vrf, families]) =>
    objectsIn(families).flatMap(([family, { peers }]) =>
      objectsIn(peers).map(([neighbor, peer]) => ({
        vrf,
        family,
        neighbor,
        state: stringIn(peer, 'state') ?? 'Unknown',
        remoteAs: numberIn(peer, 'remoteAs') ?? 0,
        received: numberIn(peer, 'pfxRcd') ?? 0,
        sent: numberIn(peer, 'pfxSnt') ?? 0,
        uptime: numberIn(peer, 'peerUptimeMsec') ?? 0,
      })),
    ),
  )
}
