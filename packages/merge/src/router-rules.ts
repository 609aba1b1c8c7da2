import { comparePrefixes, compareText } from '@frrkit/model'
import type { RouterFields } from './fields.ts'
import { agree } from './rules/agree.ts'
import type { RulesFor } from './rules/rule.ts'
import { unionOf } from './rules/union.ts'

export const routerRules: RulesFor<RouterFields> = {
  asn: agree({
    help: 'set asn to the same value in all of these objects: a VRF has one BGP instance, and that one AS',
  }),
  id: agree(),
  prefixes: unionOf(comparePrefixes),
  imports: unionOf(compareText),
}
