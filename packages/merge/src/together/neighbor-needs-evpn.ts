import type { Problem } from '@frrkit/model'
import { type AllClaims, byVrf } from './all-claims.ts'

/** Family evpn is activated in the evpn section of the router: where there is none, the family does nothing. */
export function neighborNeedsEvpn({ routers }: AllClaims): readonly Problem[] {
  return byVrf(routers).flatMap(({ entries }) => {
    if (entries.some(({ evpn }) => evpn !== undefined)) return []
    const sessions = entries
      .flatMap((entry) => entry.sessions)
      .filter(({ addressFamilies }) => addressFamilies.value.includes('evpn'))
    return [...Map.groupBy(sessions, ({ subject }) => subject)].map(
      ([subject, group]): Problem => ({
        code: 'merge/without-effect',
        severity: 'warning',
        subject,
        field: 'addressFamilies',
        reason: 'no object gives this router an evpn section, so family evpn is not activated',
        evidence: group.map(({ addressFamilies: { value, origin } }) => ({ origin, says: value.join(' ') })),
        help: 'add evpn to the router, or take it out of addressFamilies',
      }),
    )
  })
}
