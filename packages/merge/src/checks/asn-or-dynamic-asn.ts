import type { Problem } from '@frrkit/model'
import { set } from '../identity.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { evidenceAt, problemAt } from '../place.ts'

/** The AS of a neighbor is a number, or any that makes the session iBGP or eBGP: exactly one of them. */
export function asnOrDynamicAsn(entry: NeighborEntry): readonly Problem[] {
  const { asn = 0, dynamicASN } = entry.spec
  const code = 'merge/neighbor-asn'
  if (asn === 0 && set(dynamicASN) === undefined) {
    const reason = 'neither asn nor dynamicASN says which AS the neighbor is in'
    return [
      problemAt(entry, 'asn', {
        code,
        reason,
        says: 'nothing',
        help: 'set asn, or dynamicASN to internal or external',
      }),
    ]
  }
  if (asn === 0 || dynamicASN === undefined) return []
  return [
    problemAt(entry, 'asn', {
      code,
      reason: 'both asn and dynamicASN are set',
      says: String(asn),
      beside: [evidenceAt(entry, 'dynamicASN', dynamicASN)],
      help: 'keep one of them',
    }),
  ]
}
