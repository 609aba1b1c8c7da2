import type { AskOptions } from './asking.ts'
import type { VtyConnection } from './connection.ts'
import { asObject, type JsonObject, numberIn, objectsIn, stringIn } from './json.ts'
import { showJson } from './show.ts'
import type { VtyResult } from './vty-error.ts'

/** What bgpd has counted for a neighbor since it began to run. */
export type BgpCounters = {
  readonly vrf: string
  /** As it is configured: an address, or an interface. */
  readonly neighbor: string
  readonly established: boolean
  /** Prefixes received and kept, and prefixes announced, of all families together. */
  readonly accepted: number
  readonly sent: number
  readonly messages: Readonly<Record<BgpMessage, number>>
}

/** In FRR's spelling. */
const bgpMessages = [
  'opensSent',
  'opensRecv',
  'notificationsSent',
  'notificationsRecv',
  'updatesSent',
  'updatesRecv',
  'keepalivesSent',
  'keepalivesRecv',
  'routeRefreshSent',
  'routeRefreshRecv',
  'totalSent',
  'totalRecv',
] as const
export type BgpMessage = (typeof bgpMessages)[number]

/** Of every neighbor of every VRF. Empty without a `router bgp`. */
export async function bgpCounters(
  bgpd: VtyConnection,
  options: AskOptions = {},
): Promise<VtyResult<readonly BgpCounters[]>> {
  const shown = await showJson(bgpd, 'show bgp vrf all neighbors json', options)
  return shown.ok ? { ok: true, value: readBgpCounters(shown.value) } : shown
}

export function readBgpCounters(json: unknown): readonly BgpCounters[] {
  return objectsIn(json).flatMap(([vrf, neighbors]) =>
    objectsIn(neighbors).map(([neighbor, status]) => {
      const families = objectsIn(status.addressFamilyInfo).map(([, family]) => family)
      const stats = asObject(status.messageStats) ?? {}
      const messages = bgpMessages.map((kind) => [kind, numberIn(stats, kind) ?? 0] as const)
      return {
        vrf,
        neighbor,
        established: stringIn(status, 'bgpState') === 'Established',
        accepted: sum(families, 'acceptedPrefixCounter'),
        sent: sum(families, 'sentPrefixCounter'),
        messages: Object.fromEntries(messages) as Record<BgpMessage, number>,
      }
    }),
  )
}

function sum(families: readonly JsonObject[], counter: string): number {
  return families.reduce((total, family) => total + (numberIn(family, counter) ?? 0), 0)
}
