import type { Origin } from '../origin.ts'
import type { Secret } from '../secret.ts'

/** FRR configuration as somebody wrote it: verbatim, by contract. */
export type RawSnippet = {
  /** Lower comes first. */
  readonly priority: number
  /** Printed by accident, it hides the secrets that FRR's grammar has in it. */
  readonly text: Secret
  readonly origin: Origin
}
