import type { Rule } from './rule.ts'

/** Unicast, multicast, labeled-unicast and vpn, of IPv4 and IPv6: FRR refuses what a family does not have. */
export const addressFamilyRules: readonly Rule[] = [
  { line: 'network A.B.C.D/M [{route-map RMAP_NAME|backdoor}]', undo: 'no network A.B.C.D/M' },
  { line: 'network NETWORK6/M [route-map RMAP_NAME]', undo: 'no network NETWORK6/M' },
  {
    line:
      'aggregate-address <AGGREGATE/M|AGGREGATE6/M> [as-set] [summary-only] [route-map RMAP_NAME] ' +
      '[origin <egp|igp|incomplete>] [matching-MED-only]',
    undo: 'no aggregate-address <AGGREGATE/M|AGGREGATE6/M>',
  },
  {
    line: 'redistribute <kernel|connected|static> [{metric (0-4294967295)|route-map RMAP_NAME}]',
    undo: 'no redistribute <kernel|connected|static>',
  },
  { line: 'rd vpn export ASN:NN' },
  // 8.4 and 10.3 want to be told which ones go.
  { line: 'rt vpn <import|export> ASN:NN...' },
  { line: '<import|export> vpn' },
  { line: 'label vpn export <auto|(0-1048575)>', undo: 'no label vpn export' },
  { line: 'label vpn export allocation-mode per-nexthop', since: [10, 3] },
  { line: 'nexthop vpn export <A.B.C.D|X:X::X:X>', undo: 'no nexthop vpn export' },
  { line: 'route-map vpn <import|export> RMAP_NAME' },
  { line: 'no bgp retain route-target all' },
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
  {
    line: 'redistribute <ospf|table-direct> (1-65535) [{metric (0-4294967295)|route-map RMAP_NAME}]',
    undo: 'no redistribute <ospf|table-direct> (1-65535)',
    since: [10, 3],
  },
  {
    line: 'redistribute ospf (1-65535) [{metric (0-4294967295)|route-map RMAP_NAME}]',
    undo: 'no redistribute ospf (1-65535)',
    before: [10, 3],
  },
  {
    line: 'redistribute local [{metric (0-4294967295)|route-map RMAP_NAME}]',
    undo: 'no redistribute local',
    since: [10, 3],
  },
  {
    line: 'redistribute nhrp [{metric (0-4294967295)|route-map RMAP_NAME}]',
    undo: 'no redistribute nhrp',
  },
  {
    line: 'redistribute <ospf6|ripng> [{metric (0-4294967295)|route-map RMAP_NAME}]',
    undo: 'no redistribute <ospf6|ripng>',
    example: 'redistribute ospf6 metric 5 route-map policy',
  },
  { line: 'maximum-paths ibgp (1-255) equal-cluster-length', undo: 'no maximum-paths ibgp' },
  { line: 'bgp dampening [(1-45)]', undo: 'no bgp dampening' },
  {
    line: 'bgp dampening (1-45) (1-20000) (1-50000) (1-255)',
    undo: 'no bgp dampening',
    example: 'bgp dampening 10 800 3000 40',
  },
  {
    line:
      'aggregate-address <AGGREGATE/M|AGGREGATE6/M> [as-set] [route-map RMAP_NAME] [origin <egp|igp|incomplete>] ' +
      '[matching-MED-only] suppress-map RMAP_NAME',
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
  // It leaves the next hop as it is, which FRR shows as a line of its own.
  { line: 'neighbor PEER route-server-client' },
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
  { line: 'neighbor PEER accept-own', since: [10, 3] },
  {
    line: 'neighbor PEER addpath-rx-paths-limit (1-65535)',
    undo: 'no neighbor PEER addpath-rx-paths-limit',
    since: [10, 3],
  },
  { line: 'neighbor PEER dampening [(1-45)]', undo: 'no neighbor PEER dampening', since: [10, 3] },
  {
    line: 'neighbor PEER dampening (1-45) (1-20000) (1-20000) (1-255)',
    undo: 'no neighbor PEER dampening',
    example: 'neighbor 192.0.2.1 dampening 10 800 3000 40',
    since: [10, 3],
  },
]
