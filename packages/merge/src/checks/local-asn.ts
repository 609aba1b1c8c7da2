import type { Problem } from '@frrkit/model'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { evidenceAt, problemAt } from '../place.ts'

/** Another AS towards one neighbor: bgpd takes it for eBGP sessions only, and not the AS that the router has anyway. */
export function localAsn(entry: NeighborEntry): readonly Problem[] {
  const { localASN, asn = 0, dynamicASN } = entry.spec
  const routerAsn = entry.router.spec.asn
  if (localASN === undefined) return []
  const problem = (reason: string, help: string, severity: Problem['severity'] = 'error') =>
    problemAt(entry, 'localASN', { code: 'merge/local-asn', severity, reason, says: String(localASN), beside, help })
  const beside = [
    evidenceAt(entry.router, 'asn', `${routerAsn} (this router)`),
    evidenceAt(entry, dynamicASN === undefined ? 'asn' : 'dynamicASN', `${dynamicASN ?? asn} (the neighbor)`),
  ]
  if (dynamicASN === 'internal' || asn === routerAsn) {
    return [problem('there is no local AS in an iBGP session', 'remove localASN')]
  }
  if (localASN === routerAsn) return [problem('it is the AS that this router has anyway', 'remove localASN')]
  if (localASN !== asn) return []
  // FRR 8.4 refuses it; later ones take it.
  return [problem('it is the AS of the neighbor, which older FRR refuses', 'use a local AS of your own', 'warning')]
}
