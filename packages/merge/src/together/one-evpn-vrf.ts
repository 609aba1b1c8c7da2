import type { Problem } from '@frrkit/model'
import { say } from '../say.ts'
import type { AllClaims } from './all-claims.ts'

/** The routes of all VNIs live in one BGP instance: bgpd refuses `advertise-all-vni` in a second one. */
export function oneEvpnVrf({ routers }: AllClaims): readonly Problem[] {
  const asking = routers.flatMap(({ vrf, evpn }) => {
    const claim = evpn?.fields.advertiseVNIs
    return claim?.value === 'All' ? [{ vrf, origin: claim.origin }] : []
  })
  if (new Set(asking.map(({ vrf }) => vrf)).size <= 1) return []
  return [
    {
      code: 'merge/several-evpn-vrfs',
      severity: 'warning',
      subject: 'routers',
      field: 'evpn.advertiseVNIs',
      reason: 'FRR advertises VNIs from one VRF only, and refuses the others',
      evidence: asking.map(({ vrf, origin }) => ({
        origin,
        says: `All (${vrf === '' ? 'default VRF' : `VRF ${say(vrf)}`})`,
      })),
      help: 'leave advertiseVNIs to one router, usually that of the default VRF',
    },
  ]
}
