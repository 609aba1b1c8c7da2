import type { NeighborSpec } from '@frrkit/api'
import { requireLab } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networkLines } from '../src/announce.ts'
import { becomes, routes } from '../src/look.ts'
import { scrape } from '../src/metrics.ts'
import { object } from '../src/objects.ts'
import { families, namespace, ofFamily } from '../src/places.ts'
import { inVrf, openVrfWorld, type VrfWorld } from '../src/vrf-world.ts'

const own = ['192.168.2.0/24', '192.169.2.0/24', 'fc00:f853:ccd:e801::/64', 'fc00:f853:ccd:e802::/64']
const some = ['192.168.2.0/24', 'fc00:f853:ccd:e801::/64']
const sent = ['192.178.2.0/24', '192.179.2.0/24', 'fc00:f853:ccd:e803::/64', 'fc00:f853:ccd:e804::/64']
const listed = ['192.178.2.0/24', 'fc00:f853:ccd:e803::/64']

/** The rows of A, R, P and M in a VRF: one node, one eBGP peer in the VRF. BFD is not among them: bfdd has faults with namespaces. */
describe.runIf(await requireLab())('in a VRF', { timeout: 60_000 }, () => {
  let world: VrfWorld
  beforeAll(async () => {
    world = await openVrfWorld()
  }, 120_000)
  afterAll(() => world.stop())

  const apply = (more: (family: 'ipv4' | 'ipv6') => NeighborSpec) => {
    const { asn, peer, peerAsn } = inVrf
    const neighbors = families.map((family) => ({
      address: peer[family],
      asn: peerAsn,
      password: 'vrf-test',
      connectTime: '1s',
      ...more(family),
    }))
    return world.applyOnly(object('red', { bgp: { routers: [{ asn, vrf: world.vrf, prefixes: own, neighbors }] } }))
  }
  const told = (prefixes: readonly string[]) =>
    becomes(
      'the peer in the VRF to be told exactly these',
      async () => (await routes(world.peer)).map(({ prefix }) => prefix).toSorted(),
      prefixes.toSorted(),
    )
  const heard = (prefixes: readonly string[]) =>
    becomes(
      'the VRF to have heard exactly these',
      async () => (await routes(world.node.ask, { vrf: world.vrf })).map(({ prefix }) => prefix).toSorted(),
      prefixes.toSorted(),
    )

  test('A1: mode all', async () => {
    await apply(() => ({ toAdvertise: { allowed: { mode: 'all' } } }))
    await told(own)
  })

  test('A2: less is allowed', async () => {
    await apply((family) => ({ toAdvertise: { allowed: { prefixes: ofFamily(family, some) } } }))
    await told(some)
  })

  test('R1: everything', async () => {
    await world.configurePeer(networkLines(sent, 'network'))
    await apply(() => ({ toReceive: { allowed: { mode: 'all' } } }))
    await heard(sent)
  })

  test('R3: some prefixes', async () => {
    await apply((family) => ({
      toReceive: { allowed: { prefixes: ofFamily(family, listed).map((prefix) => ({ prefix })) } },
    }))
    await heard(listed)
  })

  test('P2 and M1: the VRF is in the BGPSessionStates and in the metrics', async () => {
    const { peer } = inVrf
    await apply(() => ({ toAdvertise: { allowed: { mode: 'all' } }, toReceive: { allowed: { mode: 'all' } } }))
    await told(own)
    await heard(sent)
    await becomes(
      'the BGPSessionStates',
      async () =>
        world.server
          .list('BGPSessionState', { namespace })
          .map(({ status }) => `${Object(status).vrf} ${Object(status).bgpStatus}`),
      families.map(() => `${world.vrf} Established`),
    )
    const metrics = await scrape(world.node)
    for (const family of families) {
      const of = (metric: string) => metrics.get(`frrk8s_bgp_${metric}{peer="${peer[family]}",vrf="${world.vrf}"}`)
      expect([of('session_up'), of('announced_prefixes_total'), of('received_prefixes_total')]).toEqual([1, 2, 2])
    }
  })
})
