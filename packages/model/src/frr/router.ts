import type { Prefix } from '../ip/prefix.ts'
import type { Origin, Sourced } from '../origin.ts'
import type { Evpn } from './evpn.ts'
import type { Neighbor } from './neighbor.ts'

/** The BGP instance of one VRF. */
export type Router = {
  /** Empty for the default VRF. */
  readonly vrf: string
  readonly asn: number
  /** Canonical dotted quad. Absent: FRR chooses. */
  readonly id?: string
  /** VRFs whose routes leak into this one, by name; `default` for the default VRF. */
  readonly imports: readonly Sourced<string>[]
  /** Originated prefixes, IPv4 before IPv6, each in byte order of their text. */
  readonly prefixes: readonly Sourced<Prefix>[]
  /** By neighbor name. */
  readonly neighbors: readonly Neighbor[]
  readonly evpn?: Evpn
  /** Who defines this router, one for each object and router entry. */
  readonly origins: readonly Origin[]
}
