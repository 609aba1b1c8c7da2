import type { Origin } from '@frrkit/model'

/** One thing that keeps a prefix from a neighbor. */
export type Reason = {
  readonly code:
    | 'only-evpn'
    | 'family-inactive'
    | 'not-originated'
    | 'other-vrf'
    | 'other-prefix'
    | 'not-allowed'
    | 'all-of-others'
    | 'not-selected'
    | 'in-conflict'
  readonly says: string
  readonly origins: readonly Origin[]
  /** What to do, where that is clear. */
  readonly help?: string
}
