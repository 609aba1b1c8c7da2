import { isDeepStrictEqual } from 'node:util'
import { waitFor } from '@frrkit/frr-lab'
import type { Ask } from './ask.ts'
import type { Node } from './node.ts'
import { families, familyOf, type IpFamily, type PeerName, type Place } from './places.ts'
import type { World } from './world.ts'

/** Milliseconds; what is to be seen is there much earlier, but a machine may be busy. */
const patience = 40_000
/** What is not to come, would have come by then: bgpd sends all it has to say at once. */
const calm = 400

export type Route = {
  readonly prefix: string
  readonly from: string
  readonly nextHop: string
  readonly localPref: number | undefined
}

type Path = {
  readonly peerId: string
  readonly locPrf?: number
  readonly nexthops?: readonly { readonly ip: string; readonly scope?: string }[]
}

/** What a bgpd has been told by others. */
export async function routes(
  ask: Ask,
  { vrf, filter = '' }: { vrf?: string | undefined; filter?: string } = {},
): Promise<readonly Route[]> {
  const found: Route[] = []
  for (const family of families) {
    const table = await ask<{ routes?: Readonly<Record<string, readonly Path[]>> }>(
      `show bgp${vrf === undefined ? '' : ` vrf ${vrf}`} ${family} unicast ${filter} json`,
    )
    for (const [prefix, paths] of Object.entries(table.routes ?? {}))
      for (const { peerId: from, nexthops = [], locPrf: localPref } of paths)
        if (from !== '(unspec)') {
          const nextHop = nexthops.find(({ scope }) => scope !== 'link-local')?.ip ?? ''
          found.push({ prefix, from, nextHop, localPref })
        }
  }
  return found
}

/** Waits until it is exactly so, and looks again a moment later: what ought not to come has to stay away. */
export async function becomes<T>(what: string, look: () => Promise<T>, wanted: T): Promise<void> {
  await comes(what, look, wanted)
  await new Promise((resolve) => setTimeout(resolve, calm))
  const still = await look()
  if (!isDeepStrictEqual(still, wanted))
    throw new Error(`${what} did not stay: ${JSON.stringify(still)}; wanted: ${JSON.stringify(wanted)}`)
}

/** Waits until it is exactly so. */
export async function comes<T>(what: string, look: () => Promise<T>, wanted: T): Promise<void> {
  await waitFor(
    what,
    async (seen) => {
      const is = await look()
      seen(`${JSON.stringify(is)}; wanted: ${JSON.stringify(wanted)}`)
      return isDeepStrictEqual(is, wanted) || undefined
    },
    { within: patience, every: 100 },
  )
}

/** Prefixes by peer. */
export type ByPeer = Partial<Readonly<Record<PeerName, readonly string[]>>>
/** What each of these peers is to be told: by every node, unless `by` says otherwise, or by the one beside the prefix. */
export type Told = Partial<Readonly<Record<PeerName, readonly (string | readonly [Node, string])[]>>>

export type ToldOptions = {
  /** The nodes that say so; default: all. */
  readonly by?: readonly Node[]
  /** The next hop of all that this peer is told; default: the node that says it. */
  readonly nextHop?: (name: PeerName) => Pick<Place, IpFamily>
  /** Look only at what FRR shows with these words, such as `community 10:100`. */
  readonly filter?: string
}

/** **adv** and **noadv**: each peer has exactly these prefixes of the nodes, with exactly these next hops. */
export async function told(
  world: World,
  wanted: Told,
  { by = world.nodes, nextHop, filter = '' }: ToldOptions = {},
): Promise<void> {
  await Promise.all(
    (Object.entries(wanted) as [PeerName, Told[PeerName] & object][]).map(([name, prefixes]) =>
      becomes(
        `${name} to be told exactly its prefixes`,
        async () =>
          (await routes(world.peer(name).ask, { filter }))
            .map((route) => `${route.prefix} via ${route.nextHop} of ${route.from}`)
            .toSorted(),
        prefixes
          .flatMap((one) => (typeof one === 'string' ? by.map((node) => [node, one] as const) : [one]))
          .map(([node, prefix]) => {
            const own = node[familyOf(prefix)]
            return `${prefix} via ${nextHop?.(name)[familyOf(prefix)] ?? own} of ${own}`
          })
          .toSorted(),
      ),
    ),
  )
}

/** **recv** and **norecv**: each of the nodes has exactly these prefixes, by the peer that they came from. */
export async function heard(world: World, wanted: ByPeer, nodes: readonly Node[] = world.nodes): Promise<void> {
  const expected = (Object.entries(wanted) as [PeerName, readonly string[]][])
    .flatMap(([name, prefixes]) =>
      prefixes.map((prefix) => `${prefix} of ${world.network.peers[name][familyOf(prefix)]}`),
    )
    .toSorted()
  await Promise.all(
    nodes.map(({ name, ask }) =>
      becomes(
        `${name} to have heard exactly these`,
        async () => (await routes(ask, world.network)).map((route) => `${route.prefix} of ${route.from}`).toSorted(),
        expected,
      ),
    ),
  )
}

/** **peered**: the peers show a session with every node, over each of these families. */
export async function peered(
  world: World,
  {
    with: names = world.peerNames,
    over = families,
    by = world.nodes,
  }: { with?: readonly PeerName[]; over?: readonly IpFamily[]; by?: readonly Node[] } = {},
): Promise<void> {
  const wanted = by.flatMap((node) => over.map((family) => node[family])).toSorted()
  await Promise.all(
    names.map((name) => becomes(`${name} to be peered`, () => establishedAt(world.peer(name).ask), wanted)),
  )
}

async function establishedAt(ask: Ask): Promise<readonly string[]> {
  const neighbors = await ask<Readonly<Record<string, { readonly bgpState?: string }>>>('show bgp neighbors json')
  return Object.entries(neighbors)
    .filter(([, { bgpState }]) => bgpState === 'Established')
    .map(([address]) => address)
    .toSorted()
}
