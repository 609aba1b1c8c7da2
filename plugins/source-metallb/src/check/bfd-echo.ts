import type { Document, Problem } from '@frrkit/model'
import type { BfdProfileSpec } from '../kinds/bfd-profile.ts'
import type { BgpPeerSpec } from '../kinds/bgp-peer.ts'
import type { AdvertisedPool } from '../pools/pool-advertisements.ts'
import { evidenceIn, problemIn } from './problem.ts'

/** BFD's echo packets are IPv4 only, so a session with them is none for IPv6 addresses. */
export function checkBfdEcho(
  pools: readonly AdvertisedPool[],
  peers: readonly Document<BgpPeerSpec>[],
  profiles: readonly Document<BfdProfileSpec | undefined>[],
): readonly Problem[] {
  const echoing = new Map(profiles.filter(({ spec }) => spec?.echoMode === true).map((one) => [one.object.name, one]))
  return peers.flatMap((peer) => {
    const profile = echoing.get(peer.spec.bfdProfile ?? '')
    if (profile === undefined) return []
    return pools
      .filter(({ families }) => families.has('ipv6'))
      .flatMap((pool) =>
        pool.advertisements
          .filter((one) => one.peers.size === 0 || one.peers.has(peer.object.name))
          .map((one) =>
            problemIn(peer, 'spec.bfdProfile', {
              code: 'metallb/bfd-echo',
              reason: 'IPv6 addresses are advertised to this peer, and BFD echo is IPv4 only',
              says: profile.object.name,
              beside: [
                evidenceIn(profile, 'spec.echoMode', 'true'),
                evidenceIn(one.document, 'spec', 'advertises the pool'),
                evidenceIn(pool.document, 'spec.addresses', 'holds IPv6 addresses'),
              ],
              help: 'turn echoMode off, or let the advertisement name other peers',
            }),
          ),
      )
  })
}
