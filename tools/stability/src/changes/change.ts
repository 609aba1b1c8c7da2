import { neighbors, peerAsn } from '../places.ts'
import { type Neighbor, neighborOf, type Router, type Wanted } from '../spec.ts'

/** One kind of change; it is made upon what the changes before it have left. */
export type Change = {
  readonly kind: string
  /** `original` is what everything began with; it may be used up. */
  readonly make: (wanted: Wanted, original: Wanted) => void
  /** What the neighbor outside has to change as well, or the session would not come up again. */
  readonly atPeer?: readonly string[]
  /** The sessions that are not up after it, until another change. */
  readonly down?: readonly string[]
}

export function onSubject(kind: string, set: (subject: Neighbor) => void, more: Partial<Change> = {}): Change {
  return { kind, make: (wanted) => set(neighborOf(wanted, neighbors.subject)), ...more }
}

export function atPeer(...lines: readonly string[]): readonly string[] {
  return [`router bgp ${peerAsn}`, ...lines]
}

/** Of the default VRF. */
export function routerOf({ routers: [router] }: Wanted): Router {
  if (router === undefined) throw new Error('BUG: no router')
  return router
}

export function prefixesOf(router: Router): string[] {
  router.prefixes ??= []
  return router.prefixes
}
