import { compareText, type Origin, originOf } from '@frrkit/model'
import type { Claims } from '../claim.ts'
import type { RouterFields } from '../fields.ts'
import { set, vrfIdentity } from '../identity.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import type { RouterEntry } from '../outline.ts'
import { sourcedList } from '../sourced.ts'
import { claimsOf } from './claims-of.ts'
import { type EvpnClaims, lowerEvpn } from './evpn.ts'
import { lowerSession, type Session } from './session.ts'

/** What one object says about the router of one VRF, its neighbors aside. */
export type RouterClaims = {
  readonly vrf: string
  readonly subject: string
  readonly origin: Origin
  readonly fields: Claims<RouterFields>
  readonly evpn: EvpnClaims | undefined
  readonly sessions: readonly Session[]
}

export function lowerRouter(entry: RouterEntry, neighbors: readonly NeighborEntry[]): RouterClaims {
  const { document, path, subject, spec, vrf, prefixes } = entry
  const claim = claimsOf(entry)
  const imports = (spec.imports ?? []).map((from) => vrfIdentity(from.vrf) || 'default')
  return {
    vrf,
    subject,
    origin: originOf(document, path),
    fields: {
      asn: claim('asn', spec.asn),
      id: claim('id', set(spec.id)),
      prefixes: claim('prefixes', prefixes),
      imports: claim('imports', sourcedList(imports, originOf(document, `${path}.imports`), compareText)),
    },
    sessions: neighbors.filter(({ router }) => router === entry).map(lowerSession),
    evpn: spec.evpn && lowerEvpn({ ...entry, path: `${path}.evpn` }, spec.evpn),
  }
}
