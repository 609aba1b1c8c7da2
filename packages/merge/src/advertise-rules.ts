import { comparePrefixes } from '@frrkit/model'
import type { AdvertiseFields } from './fields.ts'
import { agree } from './rules/agree.ts'
import { collect } from './rules/collect.ts'
import { oneLocalPref } from './rules/one-local-pref.ts'
import { because, type RulesFor } from './rules/rule.ts'
import { unionOf } from './rules/union.ts'
import { unionOfCommunities } from './rules/union-of-communities.ts'

const oneHop = 'a route has one next hop in each family; nobody has to name it'

export const advertiseRules: RulesFor<AdvertiseFields> = {
  'allowed.mode': because(
    '`all` stands for the prefixes of this router in the same object, and of the VRFs that it imports: never for those of other objects',
    collect(),
  ),
  'allowed.prefixes': because('allowing one more takes nothing from anybody', unionOf(comparePrefixes)),
  'nextHop.ipv4': because(oneHop, agree()),
  'nextHop.ipv6': because(oneHop, agree()),
  withLocalPref: because(
    'a route has one local preference; different prefixes may have different ones',
    oneLocalPref(),
  ),
  withCommunity: because('a route has any number of communities', unionOfCommunities()),
}
