import type { Prefix } from '../ip/prefix.ts'
import type { Origin, Sourced } from '../origin.ts'

/** Accepts the exact prefix, or with `le`/`ge` what is inside it and has a length in that range. */
export type ReceiveFilter = { readonly prefix: Prefix; readonly le?: number; readonly ge?: number }

/** What is accepted from a neighbor. */
export type Receive =
  | { readonly mode: 'all'; readonly origins: readonly Origin[] }
  /** Filters: IPv4 before IPv6, by prefix, then le, then ge. None: nothing is accepted. */
  | { readonly mode: 'filtered'; readonly filters: readonly Sourced<ReceiveFilter>[] }
