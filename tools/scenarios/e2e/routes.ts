import { announcements } from '../src/announce.ts'
import { type ByPeer, heard, told } from '../src/look.ts'
import { configuration } from '../src/objects.ts'
import { neighbors, type PeerName } from '../src/places.ts'
import type { World } from '../src/world.ts'

export type RoutesOf = {
  /** Each of these peers announces these prefixes. */
  readonly announce: (by: ByPeer) => Promise<void>
  readonly withdrawAll: () => Promise<void>
  /** Neighbors that announce nothing, are told nothing, and of whom nothing is taken; returns when it is so. */
  readonly clear: () => Promise<void>
}

/** Between two scenarios about routes the sessions stay, as nothing in them is about sessions: that saves most of the time. */
export function routesOf(world: World): RoutesOf {
  const announced = announcements(world)
  const { withdrawAll } = announced
  return {
    async announce(by) {
      for (const [name, prefixes] of Object.entries(by) as [PeerName, readonly string[]][])
        await announced.add(name, prefixes)
    },
    withdrawAll,
    async clear() {
      await withdrawAll()
      await world.applyOnly(configuration('sessions', { neighbors: neighbors() }))
      await told(world, Object.fromEntries(world.peerNames.map((name) => [name, []])))
      await heard(world, {})
    },
  }
}
