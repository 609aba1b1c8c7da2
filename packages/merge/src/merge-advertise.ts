import type { Advertise, Result } from '@frrkit/model'
import { advertiseRules } from './advertise-rules.ts'
import type { Claims } from './claim.ts'
import { defined } from './defined.ts'
import type { AdvertiseFields } from './fields.ts'
import { mapped } from './results.ts'
import { mergeFields } from './rules/merge-fields.ts'

export function mergeAdvertise(subject: string, claims: readonly Claims<AdvertiseFields>[]): Result<Advertise> {
  return mapped(mergeFields(advertiseRules, subject, claims, 'toAdvertise.'), (fields) => ({
    prefixes: fields['allowed.prefixes'],
    nextHop: defined({ ipv4: fields['nextHop.ipv4'], ipv6: fields['nextHop.ipv6'] }),
    localPrefs: fields.withLocalPref,
    communities: fields.withCommunity,
    all: fields['allowed.mode'],
  }))
}
