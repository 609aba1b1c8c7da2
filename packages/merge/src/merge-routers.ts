import { compareText, type Result, type Router } from '@frrkit/model'
import { defined } from './defined.ts'
import type { NeighborClaims } from './lower/neighbor.ts'
import type { RouterClaims } from './lower/router.ts'
import { mergeEvpn } from './merge-evpn.ts'
import { mergeNeighbors } from './merge-neighbors.ts'
import type { SecretsByName } from './password.ts'
import { all, allOf, mapped } from './results.ts'
import { routerRules } from './router-rules.ts'
import { mergeFields } from './rules/merge-fields.ts'
import { routerSubject } from './subject.ts'

type Options = {
  readonly secrets: SecretsByName
  /** For routers to which nobody gives an id; undefined where FRR finds one itself. */
  readonly fallbackId: string | undefined
}

/** Routers of one VRF are one router. By VRF. */
export function mergeRouters(
  routers: readonly RouterClaims[],
  neighbors: readonly NeighborClaims[],
  options: Options,
): Result<readonly Router[]> {
  const byVrf = [...Map.groupBy(routers, ({ vrf }) => vrf)].toSorted(([a], [b]) => compareText(a, b))
  const neighborsOf = Map.groupBy(neighbors, ({ vrf }) => vrf)
  return all(byVrf.map(([vrf, entries]) => mergeRouter(vrf, entries, neighborsOf.get(vrf) ?? [], options)))
}

function mergeRouter(
  vrf: string,
  entries: readonly RouterClaims[],
  neighborClaims: readonly NeighborClaims[],
  { secrets, fallbackId }: Options,
): Result<Router> {
  const subject = routerSubject(vrf)
  const parts = allOf({
    fields: mergeFields(
      routerRules,
      subject,
      entries.map(({ fields }) => fields),
    ),
    evpn: mergeEvpn(
      subject,
      entries.flatMap(({ evpn }) => evpn ?? []),
    ),
    neighbors: mergeNeighbors(neighborClaims, secrets),
  })
  return mapped(parts, ({ fields: { asn = 0, id, prefixes, imports }, evpn, neighbors }) => ({
    vrf,
    asn,
    ...defined({ id: id ?? fallbackId, evpn }),
    prefixes,
    imports,
    neighbors,
    origins: entries.map(({ origin }) => origin),
  }))
}
