import type { Rule } from './rule.ts'

/** IPv4 and IPv6 unicast. */
export const addressFamilyRules: readonly Rule[] = [
  { line: 'network A.B.C.D/M [{route-map RMAP_NAME|backdoor}]', undo: 'no network A.B.C.D/M' },
  { line: 'network NETWORK6/M [route-map RMAP_NAME]', undo: 'no network NETWORK6/M' },
  {
    line: 'aggregate-address <AGGREGATE/M|AGGREGATE6/M> [as-set] [summary-only] [route-map RMAP_NAME]',
    undo: 'no aggregate-address <AGGREGATE/M|AGGREGATE6/M>',
  },
  {
    line: 'redistribute <kernel|connected|static> [{metric (0-4294967295)|route-map RMAP_NAME}]',
    undo: 'no redistribute <kernel|connected|static>',
  },
  { line: 'import vrf route-map RMAP_NAME', undo: 'no import vrf route-map' },
  { line: 'import vrf VRFNAME' },
  { line: 'maximum-paths (1-256)', undo: 'no maximum-paths' },
  { line: 'maximum-paths ibgp (1-256)', undo: 'no maximum-paths ibgp' },
  {
    line: 'redistribute <rip|ospf|isis|eigrp|babel|openfabric> [{metric (0-4294967295)|route-map RMAP_NAME}]',
    undo: 'no redistribute <rip|ospf|isis|eigrp|babel|openfabric>',
  },
  {
    line: 'redistribute table (1-65535) [{metric (0-4294967295)|route-map RMAP_NAME}]',
    undo: 'no redistribute table (1-65535)',
  },
  { line: 'maximum-paths ibgp (1-255) equal-cluster-length', undo: 'no maximum-paths ibgp' },
  { line: 'bgp dampening [(1-45)]', undo: 'no bgp dampening' },
  {
    line: 'bgp dampening (1-45) (1-20000) (1-50000) (1-255)',
    undo: 'no bgp dampening',
    example: 'bgp dampening 10 800 3000 40',
  },
  {
    line: 'aggregate-address <AGGREGATE/M|AGGREGATE6/M> suppress-map RMAP_NAME',
    undo: 'no aggregate-address <AGGREGATE/M|AGGREGATE6/M>',
  },
  {
    line: 'aggregate-address <AGGREGATE/M|AGGREGATE6/M> matching-MED-only',
    undo: 'no aggregate-address <AGGREGATE/M|AGGREGATE6/M>',
  },
  { line: 'distance bgp (1-255) (1-255) (1-255)', undo: 'no distance bgp' },
  { line: 'table-map RMAP_NAME' },

  { line: 'neighbor PEER activate' },
  { line: 'neighbor PEER route-map RMAP_NAME <in|out>' },
  { line: 'neighbor PEER prefix-list LIST_NAME <in|out>' },
  { line: 'neighbor PEER distribute-list LIST_NAME <in|out>' },
  { line: 'neighbor PEER filter-list LIST_NAME <in|out>' },
  { line: 'neighbor PEER unsuppress-map RMAP_NAME' },
  { line: 'neighbor PEER default-originate [route-map RMAP_NAME]', undo: 'no neighbor PEER default-originate' },
  { line: 'neighbor PEER next-hop-self [force]' },
  { line: 'no neighbor PEER send-community [<extended|large|all>]' },
  { line: 'neighbor PEER soft-reconfiguration inbound' },
  { line: 'neighbor PEER route-reflector-client', example: 'neighbor 192.0.2.3 route-reflector-client' },
  { line: 'neighbor PEER as-override' },
  { line: 'neighbor PEER attribute-unchanged <as-path [next-hop] [med]|next-hop [med]|med>' },
  { line: 'neighbor PEER remove-private-AS [all] [replace-AS]' },
  { line: 'neighbor PEER allowas-in [<(1-10)|origin>]', undo: 'no neighbor PEER allowas-in' },
  { line: 'neighbor PEER weight (0-65535)', undo: 'no neighbor PEER weight' },
  {
    line: 'neighbor PEER maximum-prefix (1-4294967295) [(1-100)] [<warning-only|restart (1-65535)>] [force]',
    undo: 'no neighbor PEER maximum-prefix',
  },
  { line: 'neighbor PEER maximum-prefix-out (1-4294967295)', undo: 'no neighbor PEER maximum-prefix-out' },
  { line: 'neighbor PEER <addpath-tx-all-paths|disable-addpath-rx>' },
  {
    line: 'neighbor PEER addpath-tx-best-selected (1-6)',
    undo: 'no neighbor PEER addpath-tx-best-selected',
    since: 10,
  },
  { line: 'neighbor PEER advertise-map RMAP_NAME <exist-map|non-exist-map> RMAP_NAME' },
  { line: 'neighbor PEER nexthop-local unchanged' },
  { line: 'neighbor PEER soo ASN:NN', undo: 'no neighbor PEER soo' },
  { line: 'neighbor PEER capability orf prefix-list <both|send|receive>' },
]
