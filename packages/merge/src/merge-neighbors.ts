import { compareText, failed, type Neighbor, ok, type Result } from '@frrkit/model'
import { defined } from './defined.ts'
import type { NeighborFields } from './fields.ts'
import type { NeighborClaims } from './lower/neighbor.ts'
import { mergeAdvertise } from './merge-advertise.ts'
import { neighborDefaults } from './neighbor-defaults.ts'
import { neighborRules } from './neighbor-rules.ts'
import { resolvePassword, type SecretsByName } from './password.ts'
import { all, allOf, problemsOf } from './results.ts'
import { fieldOrigins, mergeFields } from './rules/merge-fields.ts'

/** Neighbors of one name in one VRF are one neighbor. By name. */
export function mergeNeighbors(claims: readonly NeighborClaims[], secrets: SecretsByName): Result<readonly Neighbor[]> {
  const groups = [...Map.groupBy(claims, ({ name }) => name)].toSorted(([a], [b]) => compareText(a, b))
  return all(groups.map(([name, entries]) => mergeNeighbor(name, entries, secrets)))
}

function mergeNeighbor(name: string, entries: readonly NeighborClaims[], secrets: SecretsByName): Result<Neighbor> {
  const [{ subject, address } = { subject: name, address: undefined }] = entries
  const passwords = entries.map((entry) => resolvePassword(entry, secrets))
  const claims = entries.map(({ fields }, i) => {
    const password = passwords[i]
    return { ...fields, password: password?.ok ? password.value : undefined }
  })
  const merged = allOf<{ readonly fields: NeighborFields; readonly advertise: Neighbor['advertise'] }>({
    fields: mergeFields(neighborRules, subject, claims),
    advertise: mergeAdvertise(
      subject,
      entries.map(({ advertise }) => advertise),
    ),
  })
  const problems = problemsOf([...passwords, merged])
  if (!merged.ok || problems.length > 0) return failed(...problems)
  const { fields, advertise } = merged.value
  // The checks saw to it that some entry has one; without, this result is thrown away with their problems.
  const asn = fields.asn ?? 0
  return ok({
    name,
    ...(address === undefined ? { interface: name } : { address }),
    asn,
    ...settings(fields),
    families: fields.dualStackAddressFamily ? ['ipv4', 'ipv6'] : address?.includes(':') ? ['ipv6'] : ['ipv4'],
    advertise,
    receive: fields.toReceive,
    origins: entries.map(({ origin }) => origin),
    fieldOrigins: {
      ...fieldOrigins(claims),
      ...fieldOrigins(
        entries.map((entry) => entry.advertise),
        'toAdvertise.',
      ),
    },
  })
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
