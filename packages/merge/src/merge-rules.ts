import { advertiseRules } from './advertise-rules.ts'
import { bfdProfileRules } from './bfd-profile-rules.ts'
import { evpnRules, l3vniRules, vniRules } from './evpn-rules.ts'
import { neighborRules } from './neighbor-rules.ts'
import { routerRules } from './router-rules.ts'
import type { RuleName, RuleWords } from './rules/rule.ts'

type Explanation = RuleWords & { readonly why: string }

export type MergeRule = Explanation & { readonly field: string }

/** How the fields of one part of an FRRConfiguration merge. */
export type RulesOfPart = {
  readonly part: string
  /** Where its fields are in an object. */
  readonly path: string
  /** When two objects speak of the same one. */
  readonly sameWhen: string
  /** Fields that say which one is meant, or whether the object speaks at all: they are not merged. */
  readonly names: readonly string[]
  readonly rules: readonly MergeRule[]
}

/** What each rule does, for people. */
export const ruleMeanings: Readonly<Record<RuleName, string>> = {
  agree:
    'Objects that set the field set it alike, or are in conflict. Where leaving it out means a value, it counts as saying that value; otherwise it takes what the others say.',
  same: 'All objects that speak of the thing say the same, and leaving the field out says something too. Else they are in conflict.',
  'one is enough': 'One object that asks for it is enough.',
  union: 'What any object adds is there. No conflict is possible.',
  'union, or nobody': 'What any object adds is there, if all name some or none does. Else they are in conflict.',
  'one each': 'What any object adds is there, but two different values for one prefix are in conflict.',
  widest: 'Everything wins over something, and something over nothing; lists add up. No conflict is possible.',
}

/** Made of the very rules that `merge` runs. */
export const mergeRules: readonly RulesOfPart[] = [
  {
    part: 'Router',
    path: 'spec.bgp.routers[]',
    sameWhen: 'their `vrf` is the same; `default` and none are the default VRF',
    names: ['vrf'],
    rules: explained(routerRules),
  },
  {
    part: 'Neighbor',
    path: 'spec.bgp.routers[].neighbors[]',
    sameWhen: 'their VRF is the same, and their `interface`, or else their `address`, however it is written',
    names: ['address', 'interface'],
    rules: explained(neighborRules),
  },
  {
    part: 'What is advertised to a neighbor',
    path: 'spec.bgp.routers[].neighbors[].toAdvertise',
    sameWhen: 'the neighbor is the same',
    names: [],
    rules: explained(advertiseRules),
  },
  {
    part: 'BFD profile',
    path: 'spec.bgp.bfdProfiles[]',
    sameWhen: 'their `name` is the same',
    names: ['name'],
    rules: explained(bfdProfileRules),
  },
  {
    part: 'EVPN',
    path: 'spec.bgp.routers[].evpn',
    sameWhen: 'the router is the same',
    names: [],
    rules: explained(evpnRules),
  },
  {
    part: 'Layer 2 VNI',
    path: 'spec.bgp.routers[].evpn.l2vnis[]',
    sameWhen: 'the router and the number `vni` are the same',
    names: ['vni'],
    rules: explained(vniRules),
  },
  {
    part: 'Layer 3 VNI',
    path: 'spec.bgp.routers[].evpn.l3vni',
    sameWhen: 'the router is the same',
    names: [],
    rules: [...explained(l3vniRules), ...explained(vniRules)],
  },
]

function explained(rules: Readonly<Record<string, Explanation>>): readonly MergeRule[] {
  return Object.entries(rules).map(([field, { rule, unset, why }]) => ({ field, rule, unset, why }))
}
