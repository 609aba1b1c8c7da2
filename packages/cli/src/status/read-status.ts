import { bfdPeers, bgpNeighbors, VtyConnection, type VtyPlaces } from '@frrkit/vty'
import { noAnswer } from './no-answer.ts'
import { noSuchVrf } from './no-such-vrf.ts'
import type { Status } from './status.ts'

/** Connections to the daemons that know of sessions; they reconnect by themselves. */
export type Sessions = {
  /** Never rejects but after an abort: a daemon that does not answer is a problem in the status. */
  read(signal: AbortSignal): Promise<Status>
  close(): void
}

export type SessionsOptions = VtyPlaces & {
  /** Only of this VRF. */
  readonly vrf?: string | undefined
}

const collator = new Intl.Collator('en', { numeric: true })

export function openSessions({ vrf, ...places }: SessionsOptions): Sessions {
  const options = { ...places, within: 5000 }
  const bgpd = new VtyConnection({ daemon: 'bgpd', ...options })
  const bfdd = new VtyConnection({ daemon: 'bfdd', ...options })
  const chosen = <T extends { readonly vrf: string }>(list: readonly T[], nameOf: (entry: T) => string) =>
    list.filter((entry) => vrf === undefined || entry.vrf === vrf).toSorted(byVrfThen(nameOf))
  return {
    async read(signal) {
      const [bgp, bfd] = await Promise.all([bgpNeighbors(bgpd, { signal }), bfdPeers(bfdd, { signal })])
      const neighbors = bgp.ok ? chosen(bgp.value, ({ neighbor }) => neighbor) : undefined
      // Nobody misses a bfdd that no neighbor asks for.
      const needsBfd = neighbors?.some((neighbor) => neighbor.bfd !== undefined) ?? true
      const vrfs = [...(bgp.ok ? bgp.value : []), ...(bfd.ok ? bfd.value : [])].map((session) => session.vrf)
      const missing = [...(bgp.ok ? [] : [bgp.error]), ...(bfd.ok || !needsBfd ? [] : [bfd.error])]
      return {
        ...(neighbors && { neighbors }),
        ...(bfd.ok && { bfdPeers: chosen(bfd.value, ({ peer }) => peer) }),
        problems: [...(await noAnswer(missing, places)), ...(bgp.ok ? noSuchVrf(vrf, vrfs) : [])],
      }
    },
    close() {
      bgpd.close()
      bfdd.close()
    },
  }
}

function byVrfThen<T extends { readonly vrf: string }>(nameOf: (entry: T) => string): (a: T, b: T) => number {
  const rank = ({ vrf }: T): string => (vrf === 'default' ? '' : vrf)
  return (a, b) => collator.compare(rank(a), rank(b)) || collator.compare(nameOf(a), nameOf(b))
}
