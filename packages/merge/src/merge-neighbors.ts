import { compareText, type Neighbor, type Result } from '@frrkit/model'
import { defined } from './defined.ts'
import type { NeighborFields } from './fields.ts'
import type { NeighborClaims } from './lower/neighbor.ts'
import { mergeAdvertise } from './merge-advertise.ts'
import { neighborDefaults } from './neighbor-defaults.ts'
import { neighborRules } from './neighbor-rules.ts'
import { passwordClaim, type SecretsByName } from './password.ts'
import { all, allOf, mapped } from './results.ts'
import { fieldOrigins, mergeFields } from './rules/merge-fields.ts'

/** Neighbors of one name in one VRF are one neighbor. By name. */
export function mergeNeighbors(claims: readonly NeighborClaims[], secrets: SecretsByName): Result<readonly Neighbor[]> {
  const groups = [...Map.groupBy(claims, ({ name }) => name)].toSorted(([a], [b]) => compareText(a, b))
  return all(groups.map(([name, entries]) => mergeNeighbor(name, entries, secrets)))
}

function mergeNeighbor(name: string, entries: readonly NeighborClaims[], secrets: SecretsByName): Result<Neighbor> {
  const [{ subject, address } = { subject: name, address: undefined }] = entries
  const claims = entries.map((entry) => ({ ...entry.fields, password: passwordClaim(entry, secrets) }))
  const advertiseClaims = entries.map(({ advertise }) => advertise)
  const merged = allOf({
    fields: mergeFields<NeighborFields>(neighborRules, subject, claims),
    advertise: mergeAdvertise(subject, advertiseClaims),
  })
  return mapped(merged, ({ fields, advertise }) => ({
    name,
    ...(address === undefined ? { interface: name } : { address }),
    // Without one the checks have failed the whole merge, and nobody sees this.
    asn: fields.asn ?? 0,
    families: familiesOf(address, fields.dualStackAddressFamily),
    ...settings(fields),
    advertise,
    receive: fields.toReceive,
    origins: entries.map(({ origin }) => origin),
    fieldOrigins: { ...fieldOrigins(claims), ...fieldOrigins(advertiseClaims, 'toAdvertise.') },
  }))
}

function familiesOf(address: string | undefined, dualStack: boolean | undefined): Neighbor['families'] {
  if (address === undefined || dualStack === true) return ['ipv4', 'ipv6']
  return address.includes(':') ? ['ipv6'] : ['ipv4']
}

/** What FRR does anyway is absent from the model. Timers go together: FRR has one line for both. */
function settings(fields: NeighborFields) {
  const { port, connectTime, localASN, bfdProfile, password, sourceaddress, addressFamilies } = fields
  const { holdTime = neighborDefaults.holdTime, keepaliveTime = neighborDefaults.keepaliveTime } = fields
  const sameTimers = holdTime === neighborDefaults.holdTime && keepaliveTime === neighborDefaults.keepaliveTime
  return {
    addressFamilies,
    ebgpMultiHop: fields.ebgpMultiHop ?? false,
    gracefulRestart: fields.enableGracefulRestart ?? false,
    ...defined({
      port: unless(neighborDefaults.port, port),
      connectTime: unless(neighborDefaults.connectTime, connectTime),
      timers: sameTimers ? undefined : { keepaliveTime, holdTime },
      localASN,
      bfdProfile,
      password,
      sourceAddress: sourceaddress,
    }),
  }
}

function unless(usual: number, value: number | undefined): number | undefined {
  return value === usual ? undefined : value
}
