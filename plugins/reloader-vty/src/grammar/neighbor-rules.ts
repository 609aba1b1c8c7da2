import type { Rule } from './rule.ts'

/** What a router says about the session with a neighbor, or with all of a peer-group. */
export const neighborRules: readonly Rule[] = [
  {
    line: 'neighbor PEER remote-as <ASNUM|internal|external>',
    undo: 'no neighbor PEER',
    example: 'neighbor 192.0.2.77 remote-as 65003',
  },
  {
    line: 'neighbor PEER interface [v6only] remote-as <ASNUM|internal|external>',
    undo: 'no neighbor PEER interface',
    example: 'neighbor eth9 interface v6only remote-as external',
  },
  {
    line: 'neighbor PEER interface [v6only] peer-group PGNAME',
    undo: 'no neighbor PEER interface',
    example: 'neighbor eth9 interface peer-group ranged',
  },
  { line: 'neighbor PEER interface [v6only]', undo: 'no neighbor PEER interface', example: 'neighbor eth9 interface' },
  { line: 'neighbor PEER peer-group', example: 'neighbor another peer-group' },
  // The neighbor itself ends with it.
  {
    line: 'neighbor PEER peer-group PGNAME',
    undo: 'no neighbor PEER',
    example: 'neighbor 192.0.2.78 peer-group ranged',
  },
  { line: 'neighbor PEER ebgp-multihop [(1-255)]', undo: 'no neighbor PEER ebgp-multihop' },
  { line: 'neighbor PEER ttl-security hops (1-254)' },
  { line: 'neighbor PEER local-as ASNUM [no-prepend [replace-as]]', undo: 'no neighbor PEER local-as' },
  { line: 'neighbor PEER port (0-65535)', undo: 'no neighbor PEER port' },
  { line: 'neighbor PEER timers (0-65535) (0-65535)', undo: 'no neighbor PEER timers' },
  { line: 'neighbor PEER timers connect (1-65535)', undo: 'no neighbor PEER timers connect' },
  { line: 'neighbor PEER timers delayopen (1-240)', undo: 'no neighbor PEER timers delayopen' },
  { line: 'neighbor PEER advertisement-interval (0-600)', undo: 'no neighbor PEER advertisement-interval' },
  { line: 'neighbor PEER password PASSWORD', undo: 'no neighbor PEER password' },
  { line: 'neighbor PEER description LINE', undo: 'no neighbor PEER description' },
  { line: 'neighbor PEER update-source <A.B.C.D|X:X::X:X|IFNAME>', undo: 'no neighbor PEER update-source' },
  { line: 'neighbor PEER bfd', example: 'neighbor 192.0.2.2 bfd' },
  { line: 'neighbor PEER bfd <profile BFDPROF|check-control-plane-failure>' },
  { line: 'neighbor PEER <graceful-restart|graceful-restart-helper|graceful-restart-disable>' },
  { line: 'neighbor PEER disable-connected-check' },
  { line: 'neighbor PEER passive' },
  { line: 'neighbor PEER solo' },
  { line: 'neighbor PEER shutdown' },
  { line: 'neighbor PEER shutdown message LINE', undo: 'no neighbor PEER shutdown' },
  { line: 'neighbor PEER enforce-first-as', before: 10 },
  { line: 'no neighbor PEER enforce-first-as', since: 10 },
  { line: 'neighbor PEER capability <dynamic|extended-nexthop>' },
  { line: 'neighbor PEER <dont-capability-negotiate|override-capability|strict-capability-match>' },
  { line: 'neighbor PEER extended-optional-parameters' },
  { line: 'neighbor PEER sender-as-path-loop-detection' },
  { line: 'neighbor PEER tcp-mss (1-65535)', undo: 'no neighbor PEER tcp-mss' },
]
