import type { NeighborSpec } from '@frrkit/api'
import { requireLab } from '@frrkit/frr-lab'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { becomes, peered, routes, told } from '../src/look.ts'
import { neighbors, ofFamily, type PeerName, peerNames, peers } from '../src/places.ts'
import { communitiesApart, nextHopApart, perCommunity, perLocalPref, perNeighbor, whole } from '../src/split.ts'
import { type Node, openWorld, type World } from '../src/world.ts'
import { routesOf } from './routes.ts'

type Advertise = NonNullable<NeighborSpec['toAdvertise']>

/** Two prefixes of each family: what holds for them holds for objects with one family alone. */
const [p0, p1] = [
  ['192.168.2.0/24', 'fc00:f853:ccd:e799::/64'],
  ['192.169.2.0/24', 'fc00:f853:ccd:e800::/64'],
] as const
const prefixes = [...p0, ...p1]
const everywhere = Object.fromEntries(peerNames.map((name) => [name, prefixes]))

type Own = (prefixes: readonly string[]) => string[]

/** The same to every peer; `own` leaves the prefixes that a session carries. */
const advertising = (toAdvertise: (own: Own) => Advertise) =>
  neighbors((_, family) => ({ toAdvertise: toAdvertise((all) => ofFamily(family, all)) }))
const mode = {
  all: () => ({ mode: 'all' as const }),
  filtered: (own: Own) => ({ prefixes: own(prefixes) }),
}

/** Two nodes advertise to an iBGP, an eBGP and a multi-hop peer, each over IPv4 and IPv6. */
describe.runIf(await requireLab())('what is advertised', { timeout: 120_000 }, () => {
  let world: World
  let clear: () => Promise<void>
  let lostBefore: readonly Awaited<ReturnType<typeof losses>>[]
  beforeAll(async () => {
    world = await openWorld({ name: 'advertise' })
    ;({ clear } = routesOf(world))
    await clear()
    await peered(world)
    lostBefore = await Promise.all(world.nodes.map(losses))
  }, 180_000)
  afterAll(() => world.stop())
  beforeEach(() => clear(), 60_000)

  /** The routes with this community are exactly these, at every peer. */
  const tagged = (community: string, wanted: readonly string[], names: readonly PeerName[] = peerNames) =>
    told(world, Object.fromEntries(names.map((name) => [name, wanted])), {
      filter: `${community.startsWith('large:') ? 'large-' : ''}community ${community.replace('large:', '')}`,
    })
  /** The local preferences at the iBGP peer; eBGP carries none. */
  const preferred = (wanted: Readonly<Record<string, number>>) =>
    becomes(
      'the local preferences at ibgp',
      async () =>
        Object.fromEntries((await routes(world.peer('ibgp').ask)).map(({ prefix, localPref }) => [prefix, localPref])),
      wanted,
    )

  test.each([whole, perNeighbor])('A1: mode all, $as: every peer has every prefix', async ({ cut }) => {
    await world.applyOnly(...cut({ prefixes, neighbors: advertising(() => ({ allowed: mode.all() })) }))
    await told(world, everywhere)
  })

  test.each([whole, perNeighbor])('A2: the first peer is allowed less than the others, $as', async ({ cut }) => {
    const wanted = (name: PeerName) => (name === 'ibgp' ? p0 : prefixes)
    const some = neighbors((name, family) => ({
      toAdvertise: { allowed: { prefixes: ofFamily(family, wanted(name)) } },
    }))
    await world.applyOnly(...cut({ prefixes, neighbors: some }))
    await told(world, { ibgp: p0, ebgp: prefixes, multihop: prefixes })
  })

  test.each([whole, nextHopApart])('A3: another next hop for each peer, $as', async ({ cut }) => {
    const { ibgp, ebgp } = peers
    const nextHop = (name: PeerName) => (name === 'ebgp' ? ibgp : ebgp)
    const via = neighbors((name, family) => ({
      toAdvertise: { allowed: mode.all(), nextHop: { [family]: nextHop(name)[family] } },
    }))
    await world.applyOnly(...cut({ prefixes, neighbors: via }))
    for (const name of peerNames) await told(world, { [name]: prefixes }, { nextHop: nextHop(name) })
  })

  test.each([whole, perCommunity])('A4: communities, mode all, $as', async ({ cut }) => {
    const withCommunity = (own: Own) => [
      { community: '10:100', prefixes: own(p0) },
      { community: '10:101', prefixes: own(p1) },
    ]
    await world.applyOnly(
      ...cut({
        prefixes,
        neighbors: advertising((own) => ({ allowed: mode.all(), withCommunity: withCommunity(own) })),
      }),
    )
    await told(world, everywhere)
    await tagged('10:100', p0)
    await tagged('10:101', p1)
  })

  test.each([whole, perCommunity])('A5: two communities on one prefix, filtered, $as', async ({ cut }) => {
    const more = ['192.170.2.0/24', '192.171.2.0/24']
    const allPrefixes = [...prefixes, ...more]
    const withCommunity = (own: Own) => [
      { community: '10:100', prefixes: own(p0) },
      { community: '10:101', prefixes: own(prefixes) },
    ]
    await world.applyOnly(
      ...cut({
        prefixes: allPrefixes,
        neighbors: advertising((own) => ({
          allowed: { prefixes: own(allPrefixes) },
          withCommunity: withCommunity(own),
        })),
      }),
    )
    await told(world, Object.fromEntries(peerNames.map((name) => [name, allPrefixes])))
    await tagged('10:100', p0)
    await tagged('10:101', prefixes)
  })

  test.each([
    { ...whole, allowed: mode.all, as: 'mode all, in one object' },
    { ...perLocalPref, allowed: mode.all, as: `mode all, ${perLocalPref.as}` },
    { ...whole, allowed: mode.filtered, as: 'filtered, in one object' },
    { ...perLocalPref, allowed: mode.filtered, as: `filtered, ${perLocalPref.as}` },
  ])('A6: local preferences, $as', async ({ cut, allowed }) => {
    const withLocalPref = (own: Own) => [
      { localPref: 100, prefixes: own(p0) },
      { localPref: 150, prefixes: own(p1) },
    ]
    await world.applyOnly(
      ...cut({
        prefixes,
        neighbors: advertising((own) => ({ allowed: allowed(own), withLocalPref: withLocalPref(own) })),
      }),
    )
    await told(world, everywhere)
    await preferred(Object.fromEntries([...p0.map((p) => [p, 100]), ...p1.map((p) => [p, 150])]))
  })

  test.each([
    { ...whole, allowed: mode.all, as: 'mode all, in one object' },
    { ...communitiesApart, allowed: mode.all, as: `mode all, ${communitiesApart.as}` },
    { ...whole, allowed: mode.filtered, as: 'filtered, in one object' },
    { ...communitiesApart, allowed: mode.filtered, as: `filtered, ${communitiesApart.as}` },
  ])('A7: communities and a local preference on one prefix, $as', async ({ cut, allowed }) => {
    const withCommunity = (own: Own) => [
      { community: '10:100', prefixes: own(p0) },
      { community: '10:102', prefixes: own(p0) },
    ]
    const withLocalPref = (own: Own) => [{ localPref: 150, prefixes: own(p0) }]
    await world.applyOnly(
      ...cut({
        prefixes,
        neighbors: advertising((own) => ({
          allowed: allowed(own),
          withCommunity: withCommunity(own),
          withLocalPref: withLocalPref(own),
        })),
      }),
    )
    await told(world, everywhere)
    await tagged('10:100', p0)
    await tagged('10:102', p0)
    await preferred(Object.fromEntries([...p0.map((p) => [p, 150]), ...p1.map((p) => [p, 100])]))
  })

  test.each([whole, communitiesApart])('A8: a large community and a local preference, $as', async ({ cut }) => {
    const withCommunity = (own: Own) => [{ community: 'large:123:456:7890', prefixes: own(p0) }]
    const withLocalPref = (own: Own) => [{ localPref: 100, prefixes: own(p0) }]
    await world.applyOnly(
      ...cut({
        prefixes,
        neighbors: advertising((own) => ({
          allowed: mode.all(),
          withCommunity: withCommunity(own),
          withLocalPref: withLocalPref(own),
        })),
      }),
    )
    await told(world, everywhere)
    await tagged('large:123:456:7890', p0)
    await preferred(Object.fromEntries(prefixes.map((p) => [p, 100])))
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
