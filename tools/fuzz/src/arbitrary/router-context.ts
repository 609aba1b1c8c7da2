import type { Catalogue } from './catalogue.ts'
import { familiesOf, type Peer } from './peer.ts'
import type { PrefixText } from './prefixes.ts'

export type RouterContext = {
  readonly catalogue: Catalogue
  readonly asn: number
  /** What the router originates, with the places of the prefixes in the catalogue. */
  readonly prefixes: readonly { readonly prefix: PrefixText; readonly place: number }[]
}

/** Whether a neighbor of the router may be told of prefixes of that family. */
export function carries(peer: Peer, { family }: PrefixText): boolean {
  return familiesOf(peer).includes(family)
}
