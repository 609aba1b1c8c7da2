import { type Evidence, type Problem, say } from '@frrkit/model'
import type { AllClaims } from './all-claims.ts'

type Use = { readonly vni: number; readonly place: string; readonly evidence: Evidence }

/** A VNI is one thing on a node: layer 2 or layer 3, in one VRF. */
export function uniqueVnis({ routers }: AllClaims): readonly Problem[] {
  const uses = routers.flatMap(({ vrf, evpn }): readonly Use[] => {
    const use =
      (layer: 2 | 3) =>
      ({
        vni: { value, origin },
      }: {
        readonly vni: { readonly value: number; readonly origin: Evidence['origin'] }
      }): Use => {
        const place = `layer ${layer} VNI of ${vrf === '' ? 'the default VRF' : `VRF ${say(vrf)}`}`
        return { vni: value, place, evidence: { origin, says: place } }
      }
    return evpn === undefined ? [] : [...evpn.l2vnis.map(use(2)), ...(evpn.l3vni ? [use(3)(evpn.l3vni)] : [])]
  })
  return [...Map.groupBy(uses, ({ vni }) => vni)].flatMap(([vni, group]) =>
    new Set(group.map(({ place }) => place)).size > 1 ? [problem(vni, group)] : [],
  )
}

function problem(vni: number, uses: readonly Use[]): Problem {
  return {
    code: 'merge/duplicate-vni',
    severity: 'error',
    subject: `VNI ${vni}`,
    field: '',
    reason: 'used for different things on one node',
    evidence: uses.map(({ evidence }) => evidence),
    help: 'give each its own number',
  }
}
