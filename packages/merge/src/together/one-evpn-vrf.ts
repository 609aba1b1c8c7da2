import { type Evidence, type Problem, say } from '@frrkit/model'
import type { AllClaims } from './all-claims.ts'

/**
 * The routes of all VNIs live in one BGP instance, that of the default VRF as soon as there is one: bgpd refuses
 * `advertise-all-vni` in another.
 */
export function oneEvpnVrf({ routers }: AllClaims): readonly Problem[] {
  const asking = routers.flatMap(({ vrf, evpn }) => {
    const claim = evpn?.fields.advertiseVNIs
    return claim?.value === 'All' ? [{ vrf, origin: claim.origin }] : []
  })
  const evidence = asking.map(({ vrf, origin }) => ({ origin, says: `All (${vrfName(vrf)})` }))
  const vrfs = new Set(asking.map(({ vrf }) => vrf))
  if (vrfs.size > 1) return [problem('FRR advertises VNIs from one VRF only, and refuses the others', evidence)]
  if (vrfs.size === 0 || vrfs.has('')) return []
  const defaults = routers
    .filter(({ vrf }) => vrf === '')
    .map(({ origin }) => ({ origin, says: 'a router of its own' }))
  if (defaults.length === 0) return []
  return [problem('the default VRF has a router, so FRR advertises VNIs from there only', [...evidence, ...defaults])]
}

function vrfName(vrf: string): string {
  return vrf === '' ? 'default VRF' : `VRF ${say(vrf)}`
}

function problem(reason: string, evidence: readonly Evidence[]): Problem {
  return {
    code: 'merge/several-evpn-vrfs',
    severity: 'warning',
    subject: 'routers',
    field: 'evpn.advertiseVNIs',
    reason,
    evidence,
    help: 'leave advertiseVNIs to one router, usually that of the default VRF',
  }
}
