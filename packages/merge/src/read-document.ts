import type { FrrConfigurationSpec } from '@frrkit/api'
import type { Document, Problem, RawSnippet } from '@frrkit/model'
import { checkAlone } from './checks/check-alone.ts'
import { type BfdProfileClaims, lowerBfdProfile } from './lower/bfd-profile.ts'
import { lowerNeighbor, type NeighborClaims } from './lower/neighbor.ts'
import { lowerRaw } from './lower/raw.ts'
import { lowerRouter, type RouterClaims } from './lower/router.ts'
import { outline } from './outline.ts'

/** Everything one document says, as claims, and everything that is wrong with it on its own. */
export type Reading = {
  readonly document: Document<FrrConfigurationSpec>
  readonly problems: readonly Problem[]
  readonly routers: readonly RouterClaims[]
  readonly neighbors: readonly NeighborClaims[]
  readonly bfdProfiles: readonly BfdProfileClaims[]
  readonly rawSnippets: readonly RawSnippet[]
}

// A document never changes, and most of a thousand are the same as the last time.
const readings = new WeakMap<Document<FrrConfigurationSpec>, Reading>()

/** Depends on this document alone: not on other documents, secrets or the node. One document is read once. */
export function readDocument(document: Document<FrrConfigurationSpec>): Reading {
  const reading = readings.get(document) ?? read(document)
  readings.set(document, reading)
  return reading
}

function read(document: Document<FrrConfigurationSpec>): Reading {
  const outlined = outline(document)
  return {
    document,
    problems: checkAlone(outlined),
    routers: outlined.routers.map((router) => lowerRouter(router, outlined.neighbors)),
    neighbors: outlined.neighbors.flatMap(lowerNeighbor),
    bfdProfiles: (document.spec.bgp?.bfdProfiles ?? []).map((profile, i) => lowerBfdProfile(document, profile, i)),
    rawSnippets: lowerRaw(document),
  }
}
