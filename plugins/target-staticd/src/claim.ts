import type { Document, Origin, Prefix } from '@frrkit/model'
import type { StaticRouteSpec } from './schema.ts'
import type { Hop } from './static-route.ts'

/** One hop that one object asks for, and where it says so. */
export type Claim = Omit<Hop, 'origins'> & {
  readonly vrf: string
  readonly prefix: Prefix
  readonly document: Document<StaticRouteSpec>
  /** Of the hop. */
  readonly origin: Origin
}
