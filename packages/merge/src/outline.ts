import type { FrrConfigurationSpec, RouterSpec } from '@frrkit/api'
import { type Document, objectName, type Prefix, parsePrefix } from '@frrkit/model'
import { vrfIdentity } from './identity.ts'
import { type NeighborEntry, neighborEntry } from './neighbor-entry.ts'
import type { Place } from './place.ts'
import { type PrefixList, prefixList } from './prefix-list.ts'
import { reachOf } from './reach.ts'
import { routerSubject } from './subject.ts'

/** One document, cut into the things it speaks of: what both checking and lowering look at. */
export type Outline = Place & {
  readonly document: Document<FrrConfigurationSpec>
  readonly routers: readonly RouterEntry[]
  readonly neighbors: readonly NeighborEntry[]
  readonly bfdProfileNames: ReadonlySet<string>
}

/** One entry of `routers` in one document. */
export type RouterEntry = Place & {
  readonly spec: RouterSpec
  readonly vrf: string
  readonly prefixes: PrefixList
  readonly parse: ParsePrefix
}

export type ParsePrefix = (text: string) => Prefix | undefined

export function outline(document: Document<FrrConfigurationSpec>): Outline {
  const parse = rememberingParser()
  const specs = document.spec.bgp?.routers ?? []
  const routers = specs.map((spec, i) => routerEntry(document, spec, `spec.bgp.routers[${i}]`, parse))
  const neighbors = routers.flatMap((router) => {
    const reach = reachOf(router, routers)
    return (router.spec.neighbors ?? []).map((spec, i) => neighborEntry(router, spec, i, reach))
  })
  const bfdProfileNames = new Set(document.spec.bgp?.bfdProfiles?.map(({ name }) => name))
  return { document, subject: objectName(document.object), path: 'spec', routers, neighbors, bfdProfileNames }
}

function routerEntry(document: Document, spec: RouterSpec, path: string, parse: ParsePrefix): RouterEntry {
  const vrf = vrfIdentity(spec.vrf)
  const prefixes = prefixList(document, `${path}.prefixes`, spec.prefixes, parse)
  return { document, path, subject: routerSubject(vrf), spec, vrf, prefixes, parse }
}

/** Every prefix stands at least twice in a document, where it is originated and where it is advertised. */
function rememberingParser(): ParsePrefix {
  const known = new Map<string, Prefix>()
  return (text) => {
    const prefix = known.get(text) ?? parsePrefix(text)
    if (prefix !== undefined) known.set(text, prefix)
    return prefix
  }
}
