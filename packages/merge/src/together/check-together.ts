import type { NodeFacts, Problem } from '@frrkit/model'
import type { NeighborClaims } from '../lower/neighbor.ts'
import type { RouterClaims } from '../lower/router.ts'

export type AllClaims = { readonly routers: readonly RouterClaims[]; readonly neighbors: readonly NeighborClaims[] }

export function checkTogether(_: AllClaims, __: NodeFacts): readonly Problem[] {
  return []
}
