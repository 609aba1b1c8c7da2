import { addressFamilyRules } from './address-family-rules.ts'
import { bfdProfileRules, bfdRules } from './bfd-rules.ts'
import { evpnRules, evpnVniRules } from './evpn-rules.ts'
import { filterListRules } from './filter-list-rules.ts'
import { interfaceRules } from './interface-rules.ts'
import { lineVtyRules } from './login-rules.ts'
import { neighborRules } from './neighbor-rules.ts'
import { routeMapRules } from './route-map-rules.ts'
import { routerBgpRules } from './router-bgp-rules.ts'
import type { Rules } from './rule.ts'
import { topRules } from './top-rules.ts'
import { vrfRules } from './vrf-rules.ts'

/** Every command that is known, by the kind of context it stands in; what opens a context stands in the one around it. */
export const rules: Rules = {
  top: [...topRules, ...filterListRules],
  'router-bgp': [...routerBgpRules, ...neighborRules],
  'address-family': addressFamilyRules,
  evpn: evpnRules,
  'evpn-vni': evpnVniRules,
  vrf: vrfRules,
  interface: interfaceRules,
  bfd: bfdRules,
  'bfd-profile': bfdProfileRules,
  'route-map': routeMapRules,
  'line-vty': lineVtyRules,
}
