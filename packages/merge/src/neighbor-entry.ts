import type { NeighborSpec } from '@frrkit/api'
import type { IpFamily, Neighbor } from '@frrkit/model'
import { neighborIdentity, set } from './identity.ts'
import type { ParsePrefix, RouterEntry } from './outline.ts'
import type { Place } from './place.ts'
import { type PrefixList, prefixList } from './prefix-list.ts'
import { carried, type Reach } from './reach.ts'
import { neighborSubject } from './subject.ts'

/** One entry of `neighbors` in one document. */
export type NeighborEntry = Place & {
  readonly spec: NeighborSpec
  readonly router: RouterEntry
  /** Absent where the entry does not say which neighbor it means. */
  readonly name: string | undefined
  readonly address: string | undefined
  /** Unicast families of the session; none where there is no address to tell. */
  readonly families: readonly IpFamily[]
  readonly addressFamilies: Neighbor['addressFamilies']
  readonly reach: Reach
  readonly advertised: PrefixList
  readonly parse: ParsePrefix
}

export function neighborEntry(router: RouterEntry, spec: NeighborSpec, i: number, reach: Reach): NeighborEntry {
  const { document, vrf, parse } = router
  const path = `${router.path}.neighbors[${i}]`
  const identity = neighborIdentity(spec)
  const families = familiesOf(spec, identity?.address?.family)
  const allowed = spec.toAdvertise?.allowed
  const listed = () => prefixList(document, `${path}.toAdvertise.allowed.prefixes`, allowed?.prefixes, parse)
  return {
    document,
    path,
    subject: neighborSubject(identity?.name ?? set(spec.address) ?? `[${i}]`, vrf),
    spec,
    router,
    name: identity?.name,
    address: identity?.address?.text,
    families,
    // An empty list means what leaving it out means.
    addressFamilies: spec.addressFamilies?.length ? spec.addressFamilies : ['unicast'],
    reach,
    advertised: allowed?.mode === 'all' ? carried(reach, families) : listed(),
    parse,
  }
}

function familiesOf(spec: NeighborSpec, family: IpFamily | undefined): readonly IpFamily[] {
  if (set(spec.interface) !== undefined) return ['ipv4', 'ipv6']
  if (family === undefined) return []
  return spec.dualStackAddressFamily === true ? ['ipv4', 'ipv6'] : [family]
}
