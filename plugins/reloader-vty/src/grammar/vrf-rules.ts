import type { Rule } from './rule.ts'
import { vrfStaticRouteRules } from './static-route-rules.ts'
import { zebraPolicyRules } from './zebra-policy-rules.ts'

export const vrfRules: readonly Rule[] = [
  { line: 'vni (1-16777215) [prefix-routes-only]' },
  { line: 'ip router-id A.B.C.D' },
  { line: 'ipv6 router-id X:X::X:X', since: 10 },
  ...zebraPolicyRules,
  ...vrfStaticRouteRules,
  { line: '<ip|ipv6> nht resolve-via-default', before: 10 },
  { line: 'no <ip|ipv6> nht resolve-via-default', since: 10 },
]
