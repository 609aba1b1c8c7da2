import * as fc from 'fast-check'
import { type Catalogue, nth, taken } from './catalogue.ts'
import type { Vni } from './evpn.ts'
import { type NeighborPlan, neighborPlans, writeNeighbor } from './neighbor.ts'
import { present } from './present.ts'
import { seldom } from './seldom.ts'
import { spell } from './spelled.ts'
import { type Vrf, writeVrf } from './vrf.ts'

export type RouterPlan = {
  readonly vrf: number
  readonly spelling: number
  readonly saysId: boolean
  readonly prefixes: readonly boolean[]
  readonly imports: readonly boolean[]
  readonly neighbors: readonly NeighborPlan[]
  readonly evpn: EvpnPlan | undefined
}

type EvpnPlan = {
  readonly vnis: readonly boolean[]
  readonly saysRd: boolean
  /** Which route targets; at least the first, where the VNI has any. */
  readonly routeTargets: readonly boolean[]
}

const mask: fc.Arbitrary<readonly boolean[]> = fc.array(fc.boolean(), { maxLength: 8 })

export const routerPlans: fc.Arbitrary<RouterPlan> = fc.record({
  vrf: fc.nat(2),
  spelling: fc.nat(4),
  saysId: fc.boolean(),
  prefixes: mask,
  imports: mask,
  neighbors: fc.array(neighborPlans, { maxLength: 3 }),
  evpn: seldom(fc.record({ vnis: mask, saysRd: fc.boolean(), routeTargets: mask }), 1),
})

/** `vrfs` are those for which the object has a router: it may import from them. */
export function writeRouter(catalogue: Catalogue, plan: RouterPlan, vrfs: readonly Vrf[]): object {
  const vrf = nth(catalogue.vrfs, plan.vrf)
  const places = catalogue.prefixes.map((prefix, place) => ({ prefix, place }))
  const prefixes = taken(places, plan.prefixes)
  const plans = neighborPlansOf(vrf, plan)
  const others = vrfs.filter((other) => other !== vrf)
  return present({
    asn: vrf.asn,
    id: plan.saysId ? vrf.id : undefined,
    vrf: writeVrf(vrf, plan.spelling),
    prefixes: prefixes.map(({ prefix }) => spell(prefix.spelled, plan.spelling)),
    imports: taken(others, plan.imports).map((other) => present({ vrf: writeVrf(other, plan.spelling + 1) })),
    neighbors: plans.map((neighbor) => writeNeighbor({ catalogue, asn: vrf.asn, prefixes }, neighbor)),
    evpn: plan.evpn && writeEvpn(vrf, plan.evpn, plans.length > 0),
  })
}

/** Those that make the EVPN of the VRF possible: a session to tell of layer 2 VNIs, none beside a layer 3 VNI. */
function neighborPlansOf({ evpn: { role } }: Vrf, { neighbors, evpn }: RouterPlan): readonly NeighborPlan[] {
  if (role === 'l3') return []
  if (role !== 'l2' || evpn === undefined) return neighbors
  return neighbors.map((plan, i) => (i === 0 ? { ...plan, addressFamilies: ['unicast', 'evpn'] } : plan))
}

function writeEvpn({ evpn }: Vrf, plan: EvpnPlan, hasNeighbors: boolean): object | undefined {
  if (evpn.role === 'none') return {}
  if (evpn.role === 'l3') {
    const { vnis: _, ...chosen } = plan
    return { l3vni: { ...writeVni(evpn.l3vni, chosen), advertisePrefixes: ['unicast'] } }
  }
  if (!hasNeighbors) return undefined
  return present({
    advertiseVNIs: evpn.advertiseVNIs,
    advertiseSVI: evpn.advertiseSVI,
    l2vnis: taken(evpn.l2vnis, plan.vnis).map((vni) => writeVni(vni, plan)),
  })
}

function writeVni({ vni, rd, importRTs, exportRTs }: Vni, plan: Omit<EvpnPlan, 'vnis'>): object {
  const some = (list: readonly string[] | undefined) =>
    list?.filter((_, i) => i === 0 || plan.routeTargets[i % 8] === true)
  return present({ vni, rd: plan.saysRd ? rd : undefined, importRTs: some(importRTs), exportRTs: some(exportRTs) })
}
