import { comparePrefixes } from '@frrkit/model'
import type { AdvertiseFields } from './fields.ts'
import { agree } from './rules/agree.ts'
import { collect } from './rules/collect.ts'
import { oneLocalPref } from './rules/one-local-pref.ts'
import type { RulesFor } from './rules/rule.ts'
import { unionOf } from './rules/union.ts'
import { unionOfCommunities } from './rules/union-of-communities.ts'

export const advertiseRules: RulesFor<AdvertiseFields> = {
  'allowed.mode': collect(),
  'allowed.prefixes': unionOf(comparePrefixes),
  'nextHop.ipv4': agree(),
  'nextHop.ipv6': agree(),
  // A prefix has one local preference, and any number of communities.
  withLocalPref: oneLocalPref(),
  withCommunity: unionOfCommunities(),
}
