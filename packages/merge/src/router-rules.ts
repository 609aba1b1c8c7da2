import { comparePrefixes, compareText } from '@frrkit/model'
import type { RouterFields } from './fields.ts'
import { agree } from './rules/agree.ts'
import { because, type RulesFor } from './rules/rule.ts'
import { unionOf } from './rules/union.ts'

export const routerRules: RulesFor<RouterFields> = {
  asn: because(
    'a VRF has one BGP instance, and that has one AS',
    agree({ help: 'set asn to the same value in all of these objects: a VRF has one BGP instance, and that one AS' }),
  ),
  id: because('bgpd has one router id; nobody has to know it, so it is enough that one object does', agree()),
  prefixes: because('originating one more takes nothing from anybody', unionOf(comparePrefixes)),
  imports: because('importing from one more VRF takes nothing from anybody', unionOf(compareText)),
}
