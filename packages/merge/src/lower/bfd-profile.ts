import type { BfdProfileSpec } from '@frrkit/api'
import { type Origin, originOf } from '@frrkit/model'
import type { Claims } from '../claim.ts'
import type { BfdProfileFields } from '../fields.ts'
import type { Place } from '../place.ts'
import { bfdProfileSubject } from '../subject.ts'
import { claimsOf } from './claims-of.ts'

/** What one object says about one BFD profile. */
export type BfdProfileClaims = {
  readonly name: string
  readonly origin: Origin
  readonly fields: Claims<BfdProfileFields>
}

export function lowerBfdProfile(document: Place['document'], spec: BfdProfileSpec, i: number): BfdProfileClaims {
  const path = `spec.bgp.bfdProfiles[${i}]`
  const claim = claimsOf({ document, path, subject: bfdProfileSubject(spec.name) })
  return {
    name: spec.name,
    origin: originOf(document, path),
    fields: {
      receiveInterval: claim('receiveInterval', spec.receiveInterval),
      transmitInterval: claim('transmitInterval', spec.transmitInterval),
      detectMultiplier: claim('detectMultiplier', spec.detectMultiplier),
      echoInterval: claim('echoInterval', spec.echoInterval),
      echoMode: claim('echoMode', spec.echoMode),
      passiveMode: claim('passiveMode', spec.passiveMode),
      minimumTtl: claim('minimumTtl', spec.minimumTtl),
    },
  }
}
