import type { Rule } from './rule.ts'

/** What a router says about itself. */
export const routerBgpRules: readonly Rule[] = [
  { line: 'bgp router-id A.B.C.D', undo: 'no bgp router-id' },
  { line: 'bgp cluster-id A.B.C.D', undo: 'no bgp cluster-id' },
  { line: 'bgp confederation identifier ASNUM', undo: 'no bgp confederation identifier' },
  { line: 'bgp confederation peers ASNUM...' },
  { line: 'no bgp <ebgp-requires-policy|network import-check|suppress-duplicates|fast-external-failover>' },
  { line: 'no bgp client-to-client reflection' },
  { line: 'no bgp <hard-administrative-reset|graceful-restart notification>' },
  { line: 'no bgp default ipv4-unicast' },
  { line: 'bgp <log-neighbor-changes|deterministic-med|always-compare-med>' },
  { line: 'bgp <disable-ebgp-connected-route-check|fast-convergence>' },
  { line: 'bgp route-reflector allow-outbound-policy' },
  { line: 'bgp default <show-hostname|show-nexthop-hostname>' },
  { line: 'bgp default local-preference (0-4294967295)', undo: 'no bgp default local-preference' },
  { line: 'bgp bestpath <as-path ignore|as-path confed|compare-routerid|peer-type multipath-relax>' },
  { line: 'bgp bestpath as-path multipath-relax' },
  {
    line: 'bgp bestpath bandwidth <ignore|skip-missing|default-weight-for-missing>',
    undo: 'no bgp bestpath bandwidth',
  },
  { line: 'bgp bestpath med <confed|missing-as-worst|confed missing-as-worst>' },
  { line: 'bgp <graceful-restart|graceful-restart-disable|graceful-shutdown>' },
  { line: 'bgp graceful-restart preserve-fw-state' },
  { line: 'bgp graceful-restart restart-time (0-4095)', undo: 'no bgp graceful-restart restart-time' },
  { line: 'bgp graceful-restart stalepath-time (1-4095)', undo: 'no bgp graceful-restart stalepath-time' },
  { line: 'bgp graceful-restart select-defer-time (0-3600)', undo: 'no bgp graceful-restart select-defer-time' },
  { line: 'bgp graceful-restart rib-stale-time (1-3600)', undo: 'no bgp graceful-restart rib-stale-time' },
  { line: 'bgp minimum-holdtime (1-65535)', undo: 'no bgp minimum-holdtime' },
  { line: 'bgp listen limit (1-65535)', undo: 'no bgp listen limit' },
  {
    line: 'bgp listen range <A.B.C.D/M|X:X::X:X/M> peer-group PGNAME',
    example: 'bgp listen range 198.51.100.0/24 peer-group ranged',
  },
  { line: 'bgp shutdown' },
  { line: 'timers bgp (0-65535) (0-65535)', undo: 'no timers bgp' },
  { line: 'coalesce-time (0-4294967295)', undo: 'no coalesce-time (0-4294967295)' },
  { line: 'read-quanta (1-10)' },
  { line: 'write-quanta (1-64)' },
  { line: 'update-delay (0-3600) [(1-3600)]', undo: 'no update-delay', example: 'update-delay 120 60' },

  // These cannot be taken back: what is in them goes line by line.
  { line: 'address-family <ipv4|ipv6> unicast', undo: '' },
  { line: 'address-family l2vpn evpn', undo: '' },
]
