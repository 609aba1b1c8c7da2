import * as fc from 'fast-check'

/** What one VRF does with EVPN, in all objects of a world: a layer 3 VNI leaves no room for neighbors. */
export type Evpn = {
  readonly role: 'none' | 'l2' | 'l3'
  readonly advertiseVNIs: 'Disabled' | 'All' | undefined
  readonly advertiseSVI: boolean | undefined
  readonly l2vnis: readonly Vni[]
  readonly l3vni: Vni
}

export type Vni = {
  readonly vni: number
  readonly rd?: string
  readonly importRTs?: readonly string[]
  readonly exportRTs?: readonly string[]
}

const routeTarget: fc.Arbitrary<string> = fc.constantFrom(
  '64512:100',
  '65535:4294967295',
  '65536:65535',
  '4294967295:1',
  '192.0.2.1:100',
  '0:1',
)
const routeTargets: fc.Arbitrary<readonly string[]> = fc.uniqueArray(routeTarget, { minLength: 1, maxLength: 3 })

const vni: fc.Arbitrary<Omit<Vni, 'vni'>> = fc.record(
  { rd: routeTarget, importRTs: routeTargets, exportRTs: routeTargets },
  { requiredKeys: [] },
)

const evpn = fc.record({
  role: fc.constantFrom('none', 'none', 'l2', 'l3'),
  advertiseVNIs: fc.constantFrom(undefined, 'Disabled', 'All', 'All', 'All', 'All'),
  advertiseSVI: fc.constantFrom(undefined, false, true),
  vnis: fc.array(vni, { minLength: 3, maxLength: 3 }),
})

/** By the index of the VRF, which keeps the VNIs apart. */
export const evpns: fc.Arbitrary<(vrf: number) => Evpn> = fc
  .tuple(fc.array(evpn, { minLength: 3, maxLength: 3 }), fc.constantFrom(0, 0, 0, 1, 2), fc.nat(5))
  .map(([plans, home, dice]) => (vrf) => {
    const any = plans[vrf % plans.length]
    if (any === undefined) throw new Error('BUG: no EVPN for a VRF')
    // FRR advertises VNIs from one VRF only, and the default VRF has no layer 3 VNI; a warning says so.
    const pointless = (any.role === 'l2' && vrf !== home) || (any.role === 'l3' && vrf === 0)
    const plan = pointless && dice > 0 ? { ...any, role: 'none' as const } : any
    const [l3, ...l2] = plan.vnis.map((one, i) => ({ vni: (vrf + 1) * 1000 + i, ...one }))
    if (l3 === undefined) throw new Error('BUG: no VNI for a VRF')
    return { ...plan, l2vnis: l2, l3vni: l3 }
  })
