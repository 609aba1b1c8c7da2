import type { FrrConfigurationSpec, NeighborSpec, RouterSpec } from '@frrkit/api'
import {
  type Document,
  type IpFamily,
  type Neighbor,
  objectName,
  originOf,
  type Prefix,
  parsePrefix,
} from '@frrkit/model'
import { neighborIdentity, set, vrfIdentity } from './identity.ts'
import type { Place } from './place.ts'
import { byPrefix, type PrefixList, prefixList } from './prefix-list.ts'
import { joinSourced } from './sourced.ts'
import { neighborSubject, routerSubject } from './subject.ts'

/** One document, cut into the things it speaks of: what both checking and lowering look at. */
export type Outline = Place & {
  readonly document: Document<FrrConfigurationSpec>
  readonly routers: readonly RouterEntry[]
  readonly neighbors: readonly NeighborEntry[]
}

export type RouterEntry = Place & {
  readonly spec: RouterSpec
  readonly vrf: string
  readonly prefixes: PrefixList
  readonly parse: ParsePrefix
}

export type NeighborEntry = Place & {
  readonly spec: NeighborSpec
  readonly router: RouterEntry
  /** Absent where the entry does not say which neighbor it means. */
  readonly name: string | undefined
  readonly address: string | undefined
  /** Unicast families of the session; none where there is no address to tell. */
  readonly families: readonly IpFamily[]
  readonly addressFamilies: Neighbor['addressFamilies']
  /** What the object originates or imports in this VRF, and so may advertise. */
  readonly reach: Reach
  readonly advertised: PrefixList
  readonly parse: ParsePrefix
}

/** Prefixes, and their texts for looking up. */
type Reach = { readonly prefixes: PrefixList; readonly texts: ReadonlySet<string> }

export type ParsePrefix = (text: string) => Prefix | undefined

export function outline(document: Document<FrrConfigurationSpec>): Outline {
  // Every prefix stands at least twice in a document, where it is originated and where it is advertised.
  const parse = memoised(parsePrefix)
  const specs = document.spec.bgp?.routers ?? []
  const routers = specs.map((spec, i) => routerEntry(document, spec, `spec.bgp.routers[${i}]`, parse))
  const reachIn = memoised((vrf: string) => reachOf(vrf, routers))
  const neighbors = routers.flatMap((router) =>
    (router.spec.neighbors ?? []).map((spec, i) => neighborEntry(router, spec, i, reachIn)),
  )
  return { document, subject: objectName(document.object), path: 'spec', routers, neighbors }
}

function routerEntry(document: Document, spec: RouterSpec, path: string, parse: ParsePrefix): RouterEntry {
  const vrf = vrfIdentity(spec.vrf)
  const prefixes = prefixList(parsed(spec.prefixes, parse), originOf(document, `${path}.prefixes`))
  return { document, path, subject: routerSubject(vrf), spec, vrf, prefixes, parse }
}

/** Routers of one VRF in one object are one router, written in parts. */
function reachOf(vrf: string, routers: readonly RouterEntry[]): Reach {
  const imports = routers.filter((router) => router.vrf === vrf).flatMap(({ spec }) => spec.imports ?? [])
  const vrfs = new Set([vrf, ...imports.map((from) => vrfIdentity(from.vrf))])
  const lists = routers.filter((router) => vrfs.has(router.vrf)).map((router) => router.prefixes)
  const prefixes = joinSourced(lists, byPrefix)
  return { prefixes, texts: new Set(prefixes.map(({ value }) => value.text)) }
}

function neighborEntry(
  router: RouterEntry,
  spec: NeighborSpec,
  i: number,
  reachIn: (vrf: string) => Reach,
): NeighborEntry {
  const { document, vrf, parse } = router
  const path = `${router.path}.neighbors[${i}]`
  const identity = neighborIdentity(spec)
  const allowed = spec.toAdvertise?.allowed
  const reach = reachIn(vrf)
  return {
    document,
    path,
    subject: neighborSubject(identity?.name ?? set(spec.address) ?? `[${i}]`, vrf),
    spec,
    router,
    name: identity?.name,
    address: identity?.address?.text,
    families: familiesOf(spec, identity?.address?.family),
    // An empty list means what leaving it out means.
    addressFamilies: spec.addressFamilies?.length ? spec.addressFamilies : ['unicast'],
    reach,
    advertised:
      allowed?.mode === 'all'
        ? reach.prefixes
        : prefixList(parsed(allowed?.prefixes, parse), originOf(document, `${path}.toAdvertise.allowed.prefixes`)),
    parse,
  }
}

function familiesOf(spec: NeighborSpec, family: IpFamily | undefined): readonly IpFamily[] {
  if (set(spec.interface) !== undefined) return ['ipv4', 'ipv6']
  if (family === undefined) return []
  return spec.dualStackAddressFamily === true ? ['ipv4', 'ipv6'] : [family]
}

/** What parses; the checks report the rest. */
export function parsed(texts: readonly string[] | undefined, parse: ParsePrefix): readonly Prefix[] {
  return (texts ?? []).flatMap((text) => parse(text) ?? [])
}

function memoised<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found.value
    const value = compute(key)
    known.set(key, { value })
    return value
  }
}
