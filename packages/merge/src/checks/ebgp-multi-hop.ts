import type { Problem } from '@frrkit/model'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { evidenceAt, problemAt } from '../place.ts'

/** Sessions that are any number of hops long anyway, or always one: bgpd ignores `ebgp-multihop`, or refuses it. */
export function ebgpMultiHop(entry: NeighborEntry): readonly Problem[] {
  const { ebgpMultiHop: wanted, asn, dynamicASN } = entry.spec
  if (wanted !== true) return []
  if (entry.address === undefined && entry.name !== undefined) {
    return [
      warning(
        entry,
        'an unnumbered session is one hop long, so FRR refuses ebgp-multihop for it',
        'interface',
        entry.name,
      ),
    ]
  }
  if (dynamicASN !== 'internal' && asn !== entry.router.spec.asn) return []
  const reason = 'this is an iBGP session, which may be any number of hops long anyway'
  return [warning(entry, reason, dynamicASN === undefined ? 'asn' : 'dynamicASN', String(dynamicASN ?? asn))]
}

function warning(entry: NeighborEntry, reason: string, because: string, says: string): Problem {
  return problemAt(entry, 'ebgpMultiHop', {
    code: 'merge/without-effect',
    severity: 'warning',
    reason,
    says: 'true',
    beside: [evidenceAt(entry, because, says)],
    help: 'remove ebgpMultiHop',
  })
}
