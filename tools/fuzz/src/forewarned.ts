import type { Problem } from '@frrkit/model'

/**
 * Warnings which say that FRR does not take a line. The reference accepts these objects, and so do we; what FRR then says
 * about them is no news.
 */
export function refusedByFrr({ code, severity, field }: Problem): boolean {
  if (severity !== 'warning') return false
  if (code === 'merge/without-effect') return ['ebgpMultiHop', 'evpn.l2vnis', 'evpn.l3vni'].includes(field)
  return ['merge/several-evpn-vrfs', 'merge/next-hop', 'merge/local-asn'].includes(code) || refusedByParser({ code })
}

/** The same for what FRR's parser refuses, which knows nothing but words. */
export function refusedByParser({ code }: Pick<Problem, 'code'>): boolean {
  return code === 'merge/wildcard-route-target'
}
