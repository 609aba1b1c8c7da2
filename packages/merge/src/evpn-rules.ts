import type { EvpnFields, VniFields } from './fields.ts'
import { agree } from './rules/agree.ts'
import { because, type RulesFor } from './rules/rule.ts'
import { unionUnlessMixed } from './rules/union-unless-mixed.ts'

const oneSwitch = 'bgpd has one switch for the whole router; objects without `evpn` say nothing'
const derived = 'naming route targets replaces those that FRR derives, so adding to none would take away'

export const evpnRules: RulesFor<EvpnFields> = {
  advertiseVNIs: because(oneSwitch, agree({ unsetMeans: 'Disabled' })),
  advertiseSVI: because(oneSwitch, agree({ unsetMeans: false })),
}

export const vniRules: RulesFor<VniFields> = {
  rd: because('a VNI has one route distinguisher; nobody has to name it', agree()),
  importRTs: because(derived, unionUnlessMixed()),
  exportRTs: because(derived, unionUnlessMixed()),
}

/** A router has at most one layer 3 VNI. */
export const l3vniRules: RulesFor<{ readonly vni: number | undefined }> = {
  vni: because('a router is bound to one layer 3 VNI', agree()),
}
