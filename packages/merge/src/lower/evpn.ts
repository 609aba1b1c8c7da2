import type { EvpnSpec } from '@frrkit/api'
import { type Origin, originOf } from '@frrkit/model'
import type { Claim, Claims } from '../claim.ts'
import type { EvpnFields, VniFields, VniSpec } from '../fields.ts'
import { set } from '../identity.ts'
import type { Place } from '../place.ts'
import { claimsOf } from './claims-of.ts'

/** What one object says about EVPN in one router. */
export type EvpnClaims = {
  readonly origin: Origin
  readonly fields: Claims<EvpnFields>
  readonly l2vnis: readonly VniClaims[]
  readonly l3vni: VniClaims | undefined
}

export type VniClaims = { readonly vni: Claim<number>; readonly fields: Claims<VniFields> }

export function lowerEvpn(place: Place, spec: EvpnSpec): EvpnClaims {
  const claim = claimsOf(place)
  return {
    origin: originOf(place.document, place.path),
    fields: {
      advertiseVNIs: claim('advertiseVNIs', spec.advertiseVNIs),
      advertiseSVI: claim('advertiseSVI', spec.advertiseSVI),
    },
    l2vnis: (spec.l2vnis ?? []).map((vni, i) => lowerVni({ ...place, path: `${place.path}.l2vnis[${i}]` }, vni)),
    l3vni: spec.l3vni && lowerVni({ ...place, path: `${place.path}.l3vni` }, spec.l3vni),
  }
}

function lowerVni(place: Place, { vni, rd, importRTs = [], exportRTs = [] }: VniSpec): VniClaims {
  const claim = claimsOf(place)
  return {
    vni: claim('vni', vni),
    fields: {
      rd: claim('rd', set(rd)),
      importRTs: claim('importRTs', importRTs),
      exportRTs: claim('exportRTs', exportRTs),
    },
  }
}
