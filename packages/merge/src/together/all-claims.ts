import type { NeighborClaims } from '../lower/neighbor.ts'
import type { RouterClaims } from '../lower/router.ts'
import { routerSubject } from '../subject.ts'

/** What all objects say that speak on this node. */
export type AllClaims = {
  readonly routers: readonly RouterClaims[]
  readonly neighbors: readonly NeighborClaims[]
  /** Whether there are prefixes that no neighbor may send. */
  readonly alwaysBlocks: boolean
}

/** Routers of one VRF, with what messages call them. */
export function byVrf(
  routers: readonly RouterClaims[],
): readonly { readonly vrf: string; readonly subject: string; readonly entries: readonly RouterClaims[] }[] {
  return [...Map.groupBy(routers, ({ vrf }) => vrf)].map(([vrf, entries]) => ({
    vrf,
    subject: routerSubject(vrf),
    entries,
  }))
}
