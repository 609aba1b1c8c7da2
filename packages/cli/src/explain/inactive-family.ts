import type { Neighbor, Prefix } from '@frrkit/model'
import { familyName } from './prefixes.ts'
import type { Reason } from './reason.ts'

/** Why a session does not carry prefixes of that family at all, or undefined. */
export function inactiveFamily(neighbor: Neighbor, { family }: Prefix): Reason | undefined {
  if (!neighbor.addressFamilies.includes('unicast')) {
    return {
      code: 'only-evpn',
      says: 'the neighbor has only the address family evpn',
      origins: neighbor.fieldOrigins.addressFamilies ?? neighbor.origins,
      help: 'add unicast to its addressFamilies',
    }
  }
  if (neighbor.families.includes(family)) return undefined
  return {
    code: 'family-inactive',
    says: `the session carries ${neighbor.families.map(familyName).join(' and ')} only`,
    origins: neighbor.origins,
    help: 'set dualStackAddressFamily, in all objects that define the neighbor',
  }
}
