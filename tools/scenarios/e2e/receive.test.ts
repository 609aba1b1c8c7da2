import type { NeighborSpec } from '@frrkit/api'
import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest'
import { type ByPeer, heard, peered, told } from '../src/look.ts'
import { configuration, type Wanted } from '../src/objects.ts'
import { familyOf, type IpFamily, neighbors, ofFamily, type PeerName } from '../src/places.ts'
import { type Cut, perNeighbor, receivingApart } from '../src/split.ts'
import { openWorld, type World } from '../src/world.ts'
import { everybody, routesOf } from './routes.ts'
import { canRun, variants } from './worlds.ts'

type Receive = NonNullable<NeighborSpec['toReceive']>

/** Two prefixes of each family: what holds for them holds for objects with one family alone. */
const [p0, p1] = [
  ['192.168.2.0/24', 'fc00:f853:ccd:e801::/64'],
  ['192.169.2.0/24', 'fc00:f853:ccd:e802::/64'],
] as const
const all: Receive = { allowed: { mode: 'all' } }
const listed = (...prefixes: readonly string[]): Receive => ({
  allowed: { prefixes: prefixes.map((prefix) => ({ prefix })) },
})
/** Each peer sends the same, so that only the objects tell them apart. */
const sent = everybody([...p0, ...p1])

/** iBGP and eBGP peers, one and several hops away, announce to two nodes, each over IPv4 and IPv6. */
describe.runIf(canRun).each(variants)('what is received, $as, with FRR $version', ({ install, written }) => {
  let world: World
  let announce: (by: ByPeer) => Promise<void>
  let clear: () => Promise<void>
  beforeAll(async () => {
    const flags = ['--always-block=192.167.9.0/24,fc00:f553:ccd:e799::/64']
    world = await openWorld({ name: 'receive', flags, install })
    ;({ announce, clear } = routesOf(world))
    await clear()
    await peered(world)
  }, 180_000)
  afterAll(() => world.stop())
  beforeEach(() => clear())

  const apply = (by: Cut, wanted: Wanted) => world.applyOnly(...written(by).cut(wanted))

  test('R1: everything from everybody', async () => {
    await announce(sent)
    await apply(perNeighbor, { neighbors: neighbors({ toReceive: all }) })
    await heard(world, sent)
  })

  test('R2: everything from the first peer, nothing from others', async () => {
    await announce(sent)
    const first = neighbors((name) => (name === 'ibgp' ? { toReceive: all } : {}))
    await apply(perNeighbor, { neighbors: first })
    await heard(world, { ibgp: [...p0, ...p1] })
  })

  test('R3: some prefixes from the first peer, nothing from others', async () => {
    await announce(sent)
    const some = neighbors((name) => (name === 'ibgp' ? { toReceive: listed(...p0) } : {}))
    await apply(perNeighbor, { neighbors: some })
    await heard(world, { ibgp: p0 })
  })

  test.each([
    {
      id: 'R4',
      family: 'IPv4',
      accepted: ['192.168.2.1/32', '192.169.2.0/24', '192.171.2.0/24'],
      refused: ['192.170.2.1/32', '192.171.2.1/32'],
      selectors: [
        { prefix: '192.168.2.0/24', le: 32 },
        { prefix: '192.169.2.0/24', le: 24 },
        { prefix: '192.171.2.0/24', ge: 28, le: 31 },
        { prefix: '192.171.2.0/24', le: 25 },
      ],
    },
    {
      id: 'R5',
      family: 'IPv6',
      accepted: ['fc00:f853:ccd:e799::1/128', 'fc00:f853:ccd:e800::/64'],
      refused: ['fc00:f853:ccd:e801::1/128'],
      selectors: [
        { prefix: 'fc00:f853:ccd:e799::/64', le: 128 },
        { prefix: 'fc00:f853:ccd:e800::/64', le: 64 },
        { prefix: 'fc00:f853:ccd:e801::/64', le: 64 },
      ],
    },
  ])('$id: selectors with le and ge, $family', async ({ accepted, refused, selectors }) => {
    const toReceive: Receive = { allowed: { prefixes: selectors } }
    const family = familyOf(accepted[0] ?? '')
    await announce(everybody([...accepted, ...refused]))
    const some = neighbors((_, over) => (over === family ? { toReceive } : {}))
    await world.applyOnly(configuration('selectors', { neighbors: some }))
    await heard(world, everybody(accepted))
  })

  test('R6: what is always blocked stays out, and what is inside it', async () => {
    const free = ['192.168.2.0/24', 'fc00:f553:ccd:e800::/64']
    const blocked = ['192.167.9.0/24', '192.167.9.3/32', 'fc00:f553:ccd:e799::/64', 'fc00:f553:ccd:e799::1/128']
    await announce(everybody([...free, ...blocked]))
    await apply(perNeighbor, { neighbors: neighbors({ toReceive: all }) })
    await heard(world, everybody(free))
  })

  test('R7: a list in one object, everything in another: everything', async () => {
    await announce(sent)
    await world.applyOnly(
      configuration('list', { neighbors: neighbors({ toReceive: listed(...p0) }) }),
      configuration('all', { neighbors: neighbors({ toReceive: all }) }),
    )
    await heard(world, sent)
  })

  test('AR1: advertised and received', async () => {
    const own = ['192.178.2.0/24', '192.179.2.0/24', 'fc00:f853:ccd:e899::/64', 'fc00:f853:ccd:e900::/64']
    const some = ['192.178.2.0/24', 'fc00:f853:ccd:e899::/64']
    const both = (name: PeerName, family: IpFamily): NeighborSpec =>
      name === 'ibgp'
        ? { toAdvertise: { allowed: { mode: 'all' } }, toReceive: all }
        : { toAdvertise: { allowed: { prefixes: ofFamily(family, some) } }, toReceive: listed(...p1) }
    await announce(sent)
    await apply(receivingApart, { prefixes: own, neighbors: neighbors(both) })
    await told(world, { ...everybody(some), ibgp: own })
    await heard(world, { ...everybody(p1), ibgp: [...p0, ...p1] })
  })
})
