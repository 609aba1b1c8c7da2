import { announcements } from '../src/announce.ts'
import { type ByPeer, comes, routes } from '../src/look.ts'
import { configuration } from '../src/objects.ts'
import { neighbors, type PeerName, peerNames } from '../src/places.ts'
import type { World } from '../src/world.ts'

export type RoutesOf = {
  /** Each of these peers announces these prefixes. */
  readonly announce: (by: ByPeer) => Promise<void>
  readonly withdrawAll: () => Promise<void>
  /** Neighbors that announce nothing, are told nothing, and of whom nothing is taken; returns when it is so. */
  readonly clear: () => Promise<void>
}

/** The same for each peer. */
export function everybody<T>(one: T): Readonly<Record<PeerName, T>> {
  return Object.fromEntries(peerNames.map((name) => [name, one])) as Record<PeerName, T>
}

/** Between two scenarios about routes the sessions stay, as nothing in them is about sessions: that saves most of the time. */
export function routesOf(world: World): RoutesOf {
  const announced = announcements(world)
  const { withdrawAll } = announced
  const { asn, vrf } = world.network
  const inVrf = vrf === undefined ? '' : `vrf ${vrf} `
  return {
    async announce(by) {
      for (const [name, prefixes] of Object.entries(by) as [PeerName, readonly string[]][])
        await announced.add(name, prefixes)
    },
    withdrawAll,
    async clear() {
      await withdrawAll()
      const all = neighbors({}, world.peerNames, world.network)
      await world.applyOnly(configuration('sessions', { asn, ...(vrf && { vrf }), neighbors: all }))
      const left = async () => {
        // Otherwise bgpd lets a second go by; what a scenario itself looks at has to come without such help.
        await Promise.all(world.nodes.map(({ frr }) => frr.vtysh(`clear bgp ${inVrf}* soft`)))
        const looks = [
          ...world.peerNames.map((name) => routes(world.peer(name).ask)),
          ...world.nodes.map(({ ask }) => routes(ask, { vrf })),
        ]
        return (await Promise.all(looks)).flat()
      }
      await comes('no routes', left, [])
    },
  }
}
