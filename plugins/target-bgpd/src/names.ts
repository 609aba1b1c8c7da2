import type { Community, IpFamily, Neighbor } from '@frrkit/model'

/** What the prefix-lists and route-maps of one neighbor are called. Raw snippets of users refer to these names. */
export type NeighborNames = {
  /** Unique in all of frr.conf, where route-maps and prefix-lists know no VRF. */
  readonly id: string
  readonly out: string
  readonly in: string
  readonly allowedIpv4: string
  readonly allowedIpv6: string
  readonly accepted: string
  readonly denied: string
}

export function namesOf(vrf: string, { name, families }: Neighbor): NeighborNames {
  const id = vrf === '' ? name : `${name}-${vrf}`
  const family = families.length > 1 ? 'dual' : (families[0] ?? 'dual')
  return {
    id,
    out: `${id}-out`,
    in: `${id}-in`,
    allowedIpv4: `${id}-allowed-ipv4`,
    allowedIpv6: `${id}-allowed-ipv6`,
    accepted: `${id}-inpl-${family}`,
    denied: `${id}-denied-inpl-${family}`,
  }
}

/** The prefixes of one family that get one local preference. */
export function localPrefListName(id: string, localPref: number, family: IpFamily): string {
  return `${id}-${localPref}-${familyWord(family)}-localpref-prefixes`
}

/** The prefixes of one family that get one community. */
export function communityListName(id: string, { kind, text }: Community, family: IpFamily): string {
  const community = kind === 'large' ? `large:${text}` : text
  return `${id}-${community}-${familyWord(family)}-community-prefixes`
}

function familyWord(family: IpFamily): string {
  return family === 'ipv4' ? 'ip' : 'ipv6'
}
