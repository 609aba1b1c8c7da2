import type { IpFamily } from '@frrkit/model'
import { vrfIdentity } from './identity.ts'
import type { RouterEntry } from './outline.ts'
import { joinPrefixes, type PrefixList } from './prefix-list.ts'

/** What the neighbors of a router may be told: the prefixes that it originates, and those of the VRFs it imports. */
export type Reach = {
  readonly prefixes: PrefixList
  readonly ipv4: PrefixList
  readonly ipv6: PrefixList
  readonly texts: ReadonlySet<string>
}

export function reachOf(own: RouterEntry, routers: readonly RouterEntry[]): Reach {
  const imported = new Set((own.spec.imports ?? []).map(({ vrf }) => vrfIdentity(vrf)))
  // The router itself is this entry alone, as the reference has it; what it imports is all of a VRF.
  const prefixes = joinPrefixes(routers.filter((router) => router === own || imported.has(router.vrf)))
  const of = (family: IpFamily) => prefixes.filter(({ value }) => value.family === family)
  return { prefixes, ipv4: of('ipv4'), ipv6: of('ipv6'), texts: new Set(prefixes.map(({ value }) => value.text)) }
}

/** All of it that a session carries. */
export function carried({ prefixes, ipv4, ipv6 }: Reach, families: readonly IpFamily[]): PrefixList {
  if (families.length === 2) return prefixes
  return families[0] === 'ipv4' ? ipv4 : families[0] === 'ipv6' ? ipv6 : []
}
