import type { Problem } from '@frrkit/model'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { evidenceAt, problemAt } from '../place.ts'

/** bgpd takes `ebgp-multihop` for iBGP neighbors and does nothing with it: those may be any number of hops away. */
export function ebgpMultiHopOnIbgp(entry: NeighborEntry): readonly Problem[] {
  const { ebgpMultiHop, asn, dynamicASN } = entry.spec
  if (ebgpMultiHop !== true || (dynamicASN !== 'internal' && asn !== entry.router.spec.asn)) return []
  return [
    problemAt(entry, 'ebgpMultiHop', {
      code: 'merge/without-effect',
      severity: 'warning',
      reason: 'this is an iBGP session, which may be any number of hops long anyway',
      says: 'true',
      beside: [evidenceAt(entry, dynamicASN === undefined ? 'asn' : 'dynamicASN', String(dynamicASN ?? asn))],
      help: 'remove ebgpMultiHop',
    }),
  ]
}
