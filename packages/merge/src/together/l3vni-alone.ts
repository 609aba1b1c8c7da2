import type { Evidence, Problem } from '@frrkit/model'
import { type AllClaims, byVrf } from './all-claims.ts'

/** A layer 3 VNI belongs to a VRF whose routes travel by EVPN, and so to a router without neighbors of its own. */
export function l3vniAlone({ routers }: AllClaims): readonly Problem[] {
  return byVrf(routers).flatMap(({ vrf, subject, entries }) => {
    const l3vnis = entries.flatMap(({ evpn }) => evpn?.l3vni ?? [])
    const evidence = l3vnis.map(({ vni }) => ({ origin: vni.origin, says: String(vni.value) }))
    if (evidence.length === 0) return []
    const neighbors = entries.flatMap(({ sessions }) => sessions.map(({ origin }) => ({ origin, says: 'a neighbor' })))
    return [
      ...(neighbors.length > 0 ? [withNeighbors(subject, [...evidence, ...neighbors])] : []),
      ...(vrf === '' ? [inDefaultVrf(subject, evidence)] : []),
    ]
  })
}

function withNeighbors(subject: string, evidence: readonly Evidence[]): Problem {
  return {
    code: 'merge/l3vni-with-neighbors',
    severity: 'error',
    subject,
    field: 'evpn.l3vni',
    reason: 'a router with a layer 3 VNI has no neighbors of its own',
    evidence,
    help: 'put the neighbors into the router of another VRF, usually the default one',
  }
}

/** FRR takes the lines for it, but there is no `vrf` block that could say `vni`. */
function inDefaultVrf(subject: string, evidence: readonly Evidence[]): Problem {
  return {
    code: 'merge/without-effect',
    severity: 'warning',
    subject,
    field: 'evpn.l3vni',
    reason: 'the default VRF cannot be bound to a layer 3 VNI',
    evidence,
    help: 'put it into the router of a VRF',
  }
}
