import type { Rule } from './rule.ts'

/** What zebra does with the routes that it is told, at the top level and within a `vrf`. */
export const zebraPolicyRules: readonly Rule[] = [
  {
    line: 'ip protocol <kernel|connected|static|rip|ospf|isis|bgp|any> route-map RMAP_NAME',
    undo: 'no ip protocol <kernel|connected|static|rip|ospf|isis|bgp|any>',
  },
  {
    line: 'ipv6 protocol <kernel|connected|static|ripng|ospf6|isis|bgp|any> route-map RMAP_NAME',
    undo: 'no ipv6 protocol <kernel|connected|static|ripng|ospf6|isis|bgp|any>',
  },
  // 8.4 wants to be told which one goes.
  { line: 'ip nht <kernel|connected|static|rip|ospf|isis|bgp|any> route-map RMAP_NAME' },
  { line: 'ipv6 nht <kernel|connected|static|ripng|ospf6|isis|bgp|any> route-map RMAP_NAME' },
]
