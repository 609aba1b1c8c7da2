import type { EvpnFields, VniFields } from './fields.ts'
import { agree } from './rules/agree.ts'
import type { RulesFor } from './rules/rule.ts'
import { unionUnlessMixed } from './rules/union-unless-mixed.ts'

export const evpnRules: RulesFor<EvpnFields> = {
  advertiseVNIs: agree({ unsetMeans: 'Disabled' }),
  advertiseSVI: agree({ unsetMeans: false }),
}

export const vniRules: RulesFor<VniFields> = {
  rd: agree(),
  // Naming route targets replaces those that FRR derives, so adding to none would take away.
  importRTs: unionUnlessMixed(),
  exportRTs: unionUnlessMixed(),
}
