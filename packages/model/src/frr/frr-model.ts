import type { LogLevel } from '@frrkit/api'
import type { Prefix } from '../ip/prefix.ts'
import type { BfdProfile } from './bfd-profile.ts'
import type { RawSnippet } from './raw-snippet.ts'
import type { Router } from './router.ts'

/** What the FRR of one node shall do. It knows nothing of FRR's syntax, nor of names that exist only in frr.conf. */
export type FrrModel = {
  readonly hostname: string
  readonly logLevel: LogLevel
  /** Prefixes that no neighbor may send us, nor anything inside them; in the order the operator gave. */
  readonly alwaysBlock: readonly Prefix[]
  /** One for each VRF, by VRF name. */
  readonly routers: readonly Router[]
  /** By name. */
  readonly bfdProfiles: readonly BfdProfile[]
  /** By priority, then by object. */
  readonly rawSnippets: readonly RawSnippet[]
  /** What document kinds of plugins made of their documents, by the name of the kind's slot. */
  readonly slots: Readonly<Record<string, unknown>>
}
