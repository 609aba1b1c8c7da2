import type { Rule } from './rule.ts'

/** What zebra does with the routes that it is told, at the top level and within a `vrf`. */
export const zebraPolicyRules: readonly Rule[] = [
  {
    line: 'ip protocol <static|rip|ospf|isis|bgp|any> route-map RMAP_NAME',
    undo: 'no ip protocol <static|rip|ospf|isis|bgp|any>',
  },
  {
    line: 'ipv6 protocol <static|ripng|ospf6|isis|bgp|any> route-map RMAP_NAME',
    undo: 'no ipv6 protocol <static|ripng|ospf6|isis|bgp|any>',
  },
  // 8.4 wants to be told which one goes.
  { line: 'ip nht <static|rip|ospf|isis|bgp|any> route-map RMAP_NAME' },
  { line: 'ipv6 nht <static|ripng|ospf6|isis|bgp|any> route-map RMAP_NAME' },
  {
    line: '<ip|ipv6> protocol <kernel|connected> route-map RMAP_NAME',
    undo: 'no <ip|ipv6> protocol <kernel|connected>',
    before: [10, 7],
  },
  { line: '<ip|ipv6> nht <kernel|connected> route-map RMAP_NAME', before: [10, 7] },
]
