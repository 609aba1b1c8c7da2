import type { Origin } from '../origin.ts'

/** FRR configuration as somebody wrote it: verbatim, by contract. */
export type RawSnippet = {
  /** Lower comes first. */
  readonly priority: number
  readonly text: string
  readonly origin: Origin
}
