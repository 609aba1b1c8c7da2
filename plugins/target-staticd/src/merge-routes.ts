import {
  compareObjects,
  comparePrefixes,
  compareText,
  type Document,
  ok,
  type Problem,
  type Result,
  selectorFaults,
  selects,
} from '@frrkit/model'
import type { KindInput, SlotContent } from '@frrkit/plugin'
import type { Claim } from './claim.ts'
import { conflicts } from './conflicts.ts'
import { lower } from './lower.ts'
import { problemAt } from './problem-at.ts'
import type { StaticRouteSpec } from './schema.ts'
import { compareHops, type Hop, hopKey, type StaticRoute } from './static-route.ts'

/** Every object may add a route, or a next hop to the route of another; nobody can take away. */
export function mergeRoutes({
  documents,
  facts,
}: KindInput<StaticRouteSpec>): Result<SlotContent<readonly StaticRoute[]>> {
  const sorted = documents.toSorted((a, b) => compareObjects(a.object, b.object))
  const here = sorted.filter(({ spec }) => selects(spec.nodeSelector, facts.labels))
  const lowered = here.map(lower)
  const claims = lowered.flatMap((result) => (result.ok ? result.value : []))
  const routes = [...Map.groupBy(claims, ({ vrf, prefix }) => `${prefix.text} ${vrf}`).values()]
  const problems = [
    // A selector that means nothing is a mistake on every node: nobody can say that it was not meant for this one.
    ...sorted.flatMap(selectorProblems),
    ...lowered.flatMap((result) => (result.ok ? [] : result.problems)),
    ...routes.flatMap(conflicts),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const objects = here.map(({ object }) => object)
  return ok({ content: routes.flatMap(route).toSorted(compareRoutes), objects, warnings: [] })
}

function route(claims: readonly Claim[]): readonly StaticRoute[] {
  const [first] = claims
  if (first === undefined) return []
  const { vrf, prefix } = first
  const hops = [...Map.groupBy(claims, hopKey).values()].flatMap(hop)
  return [{ vrf, prefix, hops: hops.toSorted(compareHops) }]
}

/** Claims of one hop, which agree about everything else by now. */
function hop(claims: readonly Claim[]): readonly Hop[] {
  const [first] = claims
  if (first === undefined) return []
  const { vrf: _, prefix: __, document: ___, origin: ____, ...own } = first
  return [{ ...own, origins: claims.map(({ origin }) => origin) }]
}

function compareRoutes(a: StaticRoute, b: StaticRoute): number {
  return compareText(a.vrf, b.vrf) || comparePrefixes(a.prefix, b.prefix)
}

function selectorProblems(document: Document<StaticRouteSpec>): readonly Problem[] {
  return selectorFaults(document.spec.nodeSelector).map(({ field, ...words }) =>
    problemAt(document, `spec.nodeSelector.${field}`, { code: 'static/node-selector', ...words }),
  )
}
