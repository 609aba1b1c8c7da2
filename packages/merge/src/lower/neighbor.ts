import { type Origin, originOf, parseAddress, parseDuration, type Secret, secret, wholeSeconds } from '@frrkit/model'
import type { Claim, Claims } from '../claim.ts'
import type { AdvertiseFields, NeighborFields } from '../fields.ts'
import { set } from '../identity.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { lowerAdvertise } from './advertise.ts'
import { claimsOf } from './claims-of.ts'
import { lowerReceive } from './receive.ts'

/** What one object says about one neighbor. Which text a Secret holds, no document can know. */
export type NeighborClaims = {
  readonly vrf: string
  readonly name: string
  readonly subject: string
  readonly address: string | undefined
  readonly origin: Origin
  readonly fields: Claims<Omit<NeighborFields, 'password'>>
  readonly password: Claim<Secret | undefined> | { readonly secretName: string; readonly entry: NeighborEntry }
  readonly advertise: Claims<AdvertiseFields>
}

export function lowerNeighbor(entry: NeighborEntry): readonly NeighborClaims[] {
  const { document, path, subject, spec, router, name, address, addressFamilies } = entry
  // Nobody can tell whom it means; the checks say so.
  if (name === undefined) return []
  const claim = claimsOf(entry)
  const claims: NeighborClaims = {
    vrf: router.vrf,
    name,
    subject,
    address,
    origin: originOf(document, path),
    fields: {
      asn: spec.dynamicASN === undefined ? claim('asn', spec.asn || undefined) : claim('dynamicASN', spec.dynamicASN),
      sourceaddress: claim('sourceaddress', sourceAddress(spec.sourceaddress)),
      port: claim('port', spec.port),
      holdTime: lowerTime(entry, 'holdTime'),
      keepaliveTime: lowerTime(entry, 'keepaliveTime'),
      connectTime: lowerTime(entry, 'connectTime'),
      ebgpMultiHop: claim('ebgpMultiHop', spec.ebgpMultiHop),
      bfdProfile: claim('bfdProfile', set(spec.bfdProfile)),
      enableGracefulRestart: claim('enableGracefulRestart', spec.enableGracefulRestart),
      toReceive: claim('toReceive', lowerReceive(entry)),
      // Unnumbered sessions carry both families whatever the field says.
      dualStackAddressFamily: claim('dualStackAddressFamily', address === undefined || spec.dualStackAddressFamily),
      localASN: claim('localASN', spec.localASN),
      addressFamilies: claim('addressFamilies', addressFamilies),
    },
    password: lowerPassword(entry),
    advertise: lowerAdvertise(entry),
  }
  return [claims]
}

function lowerPassword(entry: NeighborEntry): NeighborClaims['password'] {
  const claim = claimsOf(entry)
  const text = set(entry.spec.password)
  const secretName = set(entry.spec.passwordSecret?.name)
  if (secretName !== undefined) return { secretName, entry }
  return claim('password', text === undefined ? undefined : secret(text))
}

/** Canonical where it is an address. */
function sourceAddress(text: string | undefined): string | undefined {
  const given = set(text)
  return given === undefined ? undefined : (parseAddress(given)?.text ?? given)
}

/** Seconds; no claim where the text is no duration. */
function lowerTime(
  entry: NeighborEntry,
  field: 'holdTime' | 'keepaliveTime' | 'connectTime',
): Claim<number | undefined> | undefined {
  const text = entry.spec[field]
  const claim = claimsOf(entry)
  if (text === undefined) return claim(field, undefined)
  const duration = parseDuration(text)
  return duration === undefined ? undefined : claim(field, wholeSeconds(duration))
}
