import type { NeighborSpec } from '@frrkit/api'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { becomes, peered, routes, told } from '../src/look.ts'
import type { Node } from '../src/node.ts'
import type { Wanted } from '../src/objects.ts'
import { neighbors, ofFamily, type PeerName, peerNames } from '../src/places.ts'
import { type Cut, communitiesApart, nextHopApart, perCommunity, perLocalPref, perNeighbor } from '../src/split.ts'
import { openWorld, type World } from '../src/world.ts'
import { everybody, routesOf } from './routes.ts'
import { canRun, variants } from './worlds.ts'

type Advertise = NonNullable<NeighborSpec['toAdvertise']>

/** Two prefixes of each family: what holds for them holds for objects with one family alone. */
const [p0, p1] = [
  ['192.168.2.0/24', 'fc00:f853:ccd:e799::/64'],
  ['192.169.2.0/24', 'fc00:f853:ccd:e800::/64'],
] as const
const prefixes = [...p0, ...p1]
const everywhere = everybody(prefixes)

/** The same value for each of these prefixes. */
const each = (all: readonly string[], value: number) => Object.fromEntries(all.map((prefix) => [prefix, value]))

type Own = (prefixes: readonly string[]) => string[]

/** The same to every peer; `own` leaves the prefixes that a session carries. */
const advertising = (toAdvertise: (own: Own) => Advertise) =>
  neighbors((_, family) => ({ toAdvertise: toAdvertise((all) => ofFamily(family, all)) }))
const mode = {
  all: () => ({ mode: 'all' as const }),
  filtered: (own: Own) => ({ prefixes: own(prefixes) }),
}
const modes = [
  { as: 'mode all', allowed: mode.all },
  { as: 'filtered', allowed: mode.filtered },
]

/** Two nodes advertise to iBGP and eBGP peers, one and several hops away, each over IPv4 and IPv6. */
describe.runIf(canRun).each(variants)('what is advertised, $as, with FRR $version', ({ install, written }) => {
  let world: World
  let clear: () => Promise<void>
  let lostBefore: readonly Awaited<ReturnType<typeof losses>>[]
  beforeAll(async () => {
    world = await openWorld({ name: 'advertise', install })
    ;({ clear } = routesOf(world))
    await clear()
    await peered(world)
    lostBefore = await Promise.all(world.nodes.map(losses))
  }, 180_000)
  afterAll(() => world.stop())
  beforeEach(() => clear())

  const apply = (by: Cut, wanted: Wanted) => world.applyOnly(...written(by).cut(wanted))
  /** The routes with this community are exactly these, at every peer. */
  const tagged = (community: string, wanted: readonly string[]) =>
    told(world, everybody(wanted), {
      filter: `${community.startsWith('large:') ? 'large-' : ''}community ${community.replace('large:', '')}`,
    })
  /** The local preferences at the iBGP peers; eBGP carries none. */
  const preferred = async (wanted: Readonly<Record<string, number>>) => {
    for (const name of ['ibgp', 'ibgpMultihop'] as const)
      await becomes(
        `the local preferences at ${name}`,
        async () =>
          Object.fromEntries((await routes(world.peer(name).ask)).map(({ prefix, localPref }) => [prefix, localPref])),
        wanted,
      )
  }

  test('A1: mode all: every peer has every prefix', async () => {
    await apply(perNeighbor, { prefixes, neighbors: advertising(() => ({ allowed: mode.all() })) })
    await told(world, everywhere)
  })

  test.each([
    { as: 'both', others: prefixes },
    { as: 'the other one', others: p1 },
  ])('A2: the first peer is allowed one prefix, the others $as', async ({ others }) => {
    const wanted = (name: PeerName) => (name === 'ibgp' ? p0 : others)
    const some = neighbors((name, family) => ({
      toAdvertise: { allowed: { prefixes: ofFamily(family, wanted(name)) } },
    }))
    await apply(perNeighbor, { prefixes, neighbors: some })
    await told(world, Object.fromEntries(peerNames.map((name) => [name, wanted(name)])))
  })

  test('A3: each peer is told of another one on its network as the next hop', async () => {
    const { ibgp, ebgp, ibgpMultihop, ebgpMultihop } = world.network.peers
    const other = { ibgp: ebgp, ebgp: ibgp, ibgpMultihop: ebgpMultihop, ebgpMultihop: ibgpMultihop }
    const via = neighbors((name, family) => ({
      toAdvertise: { allowed: mode.all(), nextHop: { [family]: other[name][family] } },
    }))
    await apply(nextHopApart, { prefixes, neighbors: via })
    await told(world, everywhere, { nextHop: (name) => other[name] })
  })

  test('A4: communities, mode all', async () => {
    const withCommunity = (own: Own) => [
      { community: '10:100', prefixes: own(p0) },
      { community: '10:101', prefixes: own(p1) },
    ]
    await apply(perCommunity, {
      prefixes,
      neighbors: advertising((own) => ({ allowed: mode.all(), withCommunity: withCommunity(own) })),
    })
    await Promise.all([told(world, everywhere), tagged('10:100', p0), tagged('10:101', p1)])
  })

  test('A5: two communities on one prefix, one on another, none on two more, filtered', async () => {
    const more = ['192.170.2.0/24', 'fc00:f853:ccd:e801::/64', '192.171.2.0/24', 'fc00:f853:ccd:e802::/64']
    const allPrefixes = [...prefixes, ...more]
    const withCommunity = (own: Own) => [
      { community: '10:100', prefixes: own(p0) },
      { community: '10:101', prefixes: own(prefixes) },
    ]
    await apply(perCommunity, {
      prefixes: allPrefixes,
      neighbors: advertising((own) => ({ allowed: { prefixes: own(allPrefixes) }, withCommunity: withCommunity(own) })),
    })
    await Promise.all([told(world, everybody(allPrefixes)), tagged('10:100', p0), tagged('10:101', prefixes)])
  })

  test.each(modes)('A6: local preferences, $as', async ({ allowed }) => {
    const withLocalPref = (own: Own) => [
      { localPref: 100, prefixes: own(p0) },
      { localPref: 150, prefixes: own(p1) },
    ]
    await apply(perLocalPref, {
      prefixes,
      neighbors: advertising((own) => ({ allowed: allowed(own), withLocalPref: withLocalPref(own) })),
    })
    await Promise.all([told(world, everywhere), preferred({ ...each(p0, 100), ...each(p1, 150) })])
  })

  test.each(modes)('A7: communities and a local preference on one prefix, $as', async ({ allowed }) => {
    const withCommunity = (own: Own) => [
      { community: '10:100', prefixes: own(p0) },
      { community: '10:102', prefixes: own(p0) },
    ]
    const withLocalPref = (own: Own) => [{ localPref: 150, prefixes: own(p0) }]
    await apply(communitiesApart, {
      prefixes,
      neighbors: advertising((own) => ({
        allowed: allowed(own),
        withCommunity: withCommunity(own),
        withLocalPref: withLocalPref(own),
      })),
    })
    await Promise.all([
      told(world, everywhere),
      tagged('10:100', p0),
      tagged('10:102', p0),
      preferred({ ...each(p0, 150), ...each(p1, 100) }),
    ])
  })

  test('A8: a large community and a local preference', async () => {
    const withCommunity = (own: Own) => [{ community: 'large:123:456:7890', prefixes: own(p0) }]
    const withLocalPref = (own: Own) => [{ localPref: 150, prefixes: own(p0) }]
    await apply(communitiesApart, {
      prefixes,
      neighbors: advertising((own) => ({
        allowed: mode.all(),
        withCommunity: withCommunity(own),
        withLocalPref: withLocalPref(own),
      })),
    })
    await Promise.all([
      told(world, everywhere),
      tagged('large:123:456:7890', p0),
      preferred({ ...each(p0, 150), ...each(p1, 100) }),
    ])
  })

  test('no session was lost by any of this', async () => {
    expect(await Promise.all(world.nodes.map(losses))).toEqual(lostBefore)
  })
})

type Loss = { readonly connectionsDropped: number; readonly lastResetDueTo?: string }

/** How often each session of a node was lost, and why the last time. */
async function losses({ ask }: Node): Promise<Readonly<Record<string, Loss>>> {
  const all = await ask<Readonly<Record<string, Loss>>>('show bgp neighbors json')
  return Object.fromEntries(
    Object.entries(all).map(([address, { connectionsDropped, lastResetDueTo = 'never' }]) => [
      address,
      { connectionsDropped, lastResetDueTo },
    ]),
  )
}
