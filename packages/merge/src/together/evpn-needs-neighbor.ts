import type { Evidence, Problem } from '@frrkit/model'
import type { RouterClaims } from '../lower/router.ts'
import { type AllClaims, byVrf } from './all-claims.ts'

/** VNIs are advertised over sessions with family evpn: without one, nobody would hear of them. */
export function evpnNeedsNeighbor({ routers }: AllClaims): readonly Problem[] {
  return byVrf(routers).flatMap(({ subject, entries }) => {
    const evidence = entries.flatMap(asksForNeighbor)
    const heard = entries.some(({ sessions }) =>
      sessions.some(({ addressFamilies }) => addressFamilies.value.includes('evpn')),
    )
    if (evidence.length === 0 || heard) return []
    return [
      {
        code: 'merge/evpn-without-neighbor',
        severity: 'error',
        subject,
        field: 'evpn',
        reason: 'no neighbor of this router has family evpn to advertise VNIs to',
        evidence,
        help: 'add evpn to addressFamilies of a neighbor of this router, or remove what needs one',
      },
    ]
  })
}

function asksForNeighbor({ evpn }: RouterClaims): readonly Evidence[] {
  if (evpn === undefined) return []
  const { advertiseVNIs, advertiseSVI } = evpn.fields
  return [
    ...(advertiseVNIs?.value === 'All' ? [{ origin: advertiseVNIs.origin, says: 'All' }] : []),
    ...(advertiseSVI?.value === true ? [{ origin: advertiseSVI.origin, says: 'true' }] : []),
    ...evpn.l2vnis.map(({ vni }) => ({ origin: vni.origin, says: String(vni.value) })),
  ]
}
