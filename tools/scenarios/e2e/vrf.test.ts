import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { heard, peered, told } from '../src/look.ts'
import { scrape } from '../src/metrics.ts'
import { families, type More, neighbors, networks, ofFamily, peerNames } from '../src/places.ts'
import { perNeighbor, whole } from '../src/split.ts'
import { openWorld, type World } from '../src/world.ts'
import { bfdRows } from './bfd-rows.ts'
import { everybody, routesOf } from './routes.ts'
import { canRun } from './worlds.ts'

const network = networks.red
const { asn, vrf = '', peers } = network
const [o0, o1] = [
  ['192.168.2.0/24', 'fc00:f853:ccd:e801::/64'],
  ['192.169.2.0/24', 'fc00:f853:ccd:e802::/64'],
] as const
const own = [...o0, ...o1]
const [s0, ...others] = [
  ['192.178.2.0/24', 'fc00:f853:ccd:e803::/64'],
  ['192.179.2.0/24', 'fc00:f853:ccd:e804::/64'],
  ['192.180.2.0/24', 'fc00:f853:ccd:e805::/64'],
] as const
const sent = everybody([...s0, ...others.flat()])
const forms = [whole, perNeighbor]
const all = { allowed: { mode: 'all' as const } }

/** The rows in a VRF: two nodes, iBGP and eBGP peers in the VRF, one and several hops away. The VRF is a network namespace. */
describe.runIf(canRun)('in a VRF', () => {
  let world: World
  let announce: ReturnType<typeof routesOf>['announce']
  let clear: () => Promise<void>
  beforeAll(async () => {
    world = await openWorld({ name: 'vrf', network })
    ;({ announce, clear } = routesOf(world))
    await clear()
    await peered(world)
  }, 180_000)
  afterAll(() => world.stop())
  beforeEach(() => clear())

  const apply = (more: More, { cut } = whole) =>
    world.applyOnly(...cut({ asn, vrf, prefixes: own, neighbors: neighbors(more, peerNames, network) }))

  test.each(forms)('A1: mode all, $as', async (form) => {
    await apply({ toAdvertise: all }, form)
    await told(world, everybody(own))
  })

  test.each(forms)('A2: the first peer is allowed one prefix, the others both, $as', async (form) => {
    const some: More = (name, family) => ({
      toAdvertise: { allowed: { prefixes: ofFamily(family, name === 'ibgp' ? o0 : own) } },
    })
    await apply(some, form)
    await told(world, { ...everybody(own), ibgp: o0 })
  })

  test.each(forms)('R1: everything from everybody, $as', async (form) => {
    await announce(sent)
    await apply({ toReceive: all }, form)
    await heard(world, sent)
  })

  test.each(forms)('R3: some prefixes from the first peer, nothing from others, $as', async (form) => {
    await announce(sent)
    const some: More = (name, family) =>
      name === 'ibgp'
        ? { toReceive: { allowed: { prefixes: ofFamily(family, s0).map((prefix) => ({ prefix })) } } }
        : {}
    await apply(some, form)
    await heard(world, { ibgp: s0 })
  })

  test('M1: sessions and prefixes are counted with the VRF', async () => {
    await announce(sent)
    await apply({ toAdvertise: all, toReceive: all })
    await told(world, everybody(own))
    await heard(world, sent)
    for (const node of world.nodes) {
      const metrics = await scrape(node)
      for (const name of peerNames)
        for (const family of families) {
          const of = (metric: string) => metrics.get(`frrk8s_bgp_${metric}{peer="${peers[name][family]}",vrf="${vrf}"}`)
          expect([of('session_up'), of('announced_prefixes_total'), of('received_prefixes_total')]).toEqual([1, 2, 3])
        }
    }
  })

  bfdRows(() => world)
})
