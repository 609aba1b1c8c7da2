import { waitFor } from '../wait-for.ts'
import type { Frr } from './frr.ts'

/** What we use of `show bgp neighbors … json`, in FRR's own words. */
export type BgpNeighbor = {
  readonly bgpState: string
  readonly remoteAs: number
  readonly localAs: number
  /** How long the session has been up, in steps of a second; absent while it is not. */
  readonly bgpTimerUpMsec?: number
  /** Computed anew for each answer, so it may differ by one between two of the same session. */
  readonly bgpTimerUpEstablishedEpoch?: number
  readonly connectionsEstablished: number
  /**
   * What to compare for "the session did not flap", at the side that nobody configures: a neighbor that was taken away and made
   * anew has lost nothing yet.
   */
  readonly connectionsDropped: number
  readonly lastResetDueTo?: string
  readonly addressFamilyInfo?: Readonly<Record<string, BgpAddressFamily>>
}

export type BgpAddressFamily = { readonly acceptedPrefixCounter: number; readonly sentPrefixCounter?: number }

export type InVrf = { readonly vrf?: string }
export type BgpWait = InVrf & { readonly within?: number; readonly signal?: AbortSignal }

/** One neighbor, by address or interface; `undefined` when FRR has none of that name. */
export async function bgpNeighbor(frr: Frr, neighbor: string, { vrf }: InVrf = {}): Promise<BgpNeighbor | undefined> {
  const answer = await frr.show<Record<string, BgpNeighbor>>(`show bgp${inVrf(vrf)} neighbors ${neighbor} json`)
  return answer[neighbor]
}

/** Waits until the session with a neighbor is Established. */
export function established(frr: Frr, neighbor: string, options: BgpWait = {}): Promise<BgpNeighbor> {
  const { vrf, within = 60_000, signal } = options
  return waitFor(
    `${frr.node.name}: the session with ${neighbor} to be Established`,
    async (seen) => {
      const found = await bgpNeighbor(frr, neighbor, options)
      seen(found?.bgpState ?? `no such neighbor${inVrf(vrf)}`)
      return found?.bgpState === 'Established' ? found : undefined
    },
    { within, ...(signal && { signal }) },
  )
}

/** What we use of a path in `show bgp … json`. */
export type BgpPath = {
  readonly valid?: boolean
  readonly bestpath?: boolean
  /** The neighbor it came from, '(unspec)' for our own. */
  readonly peerId: string
  /** AS path. */
  readonly path: string
}

export type IpFamily = 'ipv4' | 'ipv6'

/** The unicast table: prefix → paths. */
export async function bgpTable(
  frr: Frr,
  family: IpFamily,
  { vrf }: InVrf = {},
): Promise<Readonly<Record<string, readonly BgpPath[]>>> {
  const command = `show bgp${inVrf(vrf)} ${family} unicast json`
  const { routes = {} } = await frr.show<{ routes?: Record<string, readonly BgpPath[]> }>(command)
  return routes
}

/** Waits until a prefix has come from a neighbor; about a second after Established, when advertisements begin. */
export function received(frr: Frr, prefix: string, options: BgpWait & { readonly from: string }): Promise<BgpPath> {
  const { from, within = 60_000, signal } = options
  return waitFor(
    `${frr.node.name}: ${prefix} from ${from}`,
    async (seen) => {
      const table = await bgpTable(frr, prefix.includes(':') ? 'ipv6' : 'ipv4', options)
      seen(`${Object.keys(table).length} prefixes: ${Object.keys(table).slice(0, 10).join(', ')}`)
      return table[prefix]?.find(({ peerId }) => peerId === from)
    },
    { within, ...(signal && { signal }) },
  )
}

function inVrf(vrf: string | undefined): string {
  return vrf === undefined ? '' : ` vrf ${vrf}`
}
