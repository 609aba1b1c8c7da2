import type { Evidence, Problem } from '@frrkit/model'
import type { VniClaims } from '../lower/evpn.ts'
import { type AllClaims, byVrf } from './all-claims.ts'

/** bgpd answers that `rd` and `route-target` of a VNI are for the instance with `advertise-all-vni`, and takes neither. */
export function vnisNeedAdvertising({ routers }: AllClaims): readonly Problem[] {
  return byVrf(routers).flatMap(({ subject, entries }): readonly Problem[] => {
    if (entries.some(({ evpn }) => evpn?.fields.advertiseVNIs?.value === 'All')) return []
    const evidence = entries.flatMap(({ evpn }) => (evpn?.l2vnis ?? []).flatMap(given))
    if (evidence.length === 0) return []
    return [
      {
        code: 'merge/without-effect',
        severity: 'warning',
        subject,
        field: 'evpn.l2vnis',
        reason: 'FRR takes rd and route targets of a VNI only where all VNIs are advertised',
        evidence,
        help: 'set advertiseVNIs to All, or leave rd and route targets to FRR',
      },
    ]
  })
}

function given({ vni, fields: { rd, importRTs, exportRTs } }: VniClaims): readonly Evidence[] {
  const targets = [...(importRTs?.value ?? []), ...(exportRTs?.value ?? [])]
  return rd?.value !== undefined || targets.length > 0 ? [{ origin: vni.origin, says: String(vni.value) }] : []
}
