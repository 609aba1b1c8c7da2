import type { Prefix } from '../ip/prefix.ts'
import type { Origin, Sourced } from '../origin.ts'

/** `A:B` (RFC 1997), or a large community (RFC 8092) as `A:B:C`; decimal without leading zeros. */
export type Community = { readonly kind: 'standard' | 'large'; readonly text: string }

/** What is advertised to a neighbor. All prefix lists: IPv4 before IPv6, each in byte order of their text. */
export type Advertise = {
  readonly prefixes: readonly Sourced<Prefix>[]
  /** Canonical addresses; absent: FRR chooses. */
  readonly nextHop: { readonly ipv4?: string; readonly ipv6?: string }
  readonly localPrefs: readonly { readonly localPref: number; readonly prefixes: readonly Sourced<Prefix>[] }[]
  readonly communities: readonly { readonly community: Community; readonly prefixes: readonly Sourced<Prefix>[] }[]
  /** Who asked for `mode: all`, each for the prefixes of its own object. */
  readonly all: readonly Origin[]
}
