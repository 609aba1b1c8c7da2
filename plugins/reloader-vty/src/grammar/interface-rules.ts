import type { Rule } from './rule.ts'

/** What zebra, or mgmtd, does with an interface. */
export const interfaceRules: readonly Rule[] = [
  { line: 'description LINE', undo: 'no description' },
  { line: 'ip address ADDRESS/M', example: 'ip address 192.0.2.9/24' },
  {
    line: 'ip address ADDRESS/M label WORD',
    undo: 'no ip address ADDRESS/M label WORD',
    example: 'ip address 198.51.100.9/24 label x',
  },
  { line: 'ipv6 address X:X::X:X/M', example: 'ipv6 address 2001:db8:9::9/128' },
  { line: 'bandwidth (1-100000)', undo: 'no bandwidth', before: 10 },
  { line: 'bandwidth (1-1000000)', undo: 'no bandwidth', since: 10 },
  { line: 'no link-detect' },
  { line: 'shutdown' },
  { line: 'no ipv6 nd suppress-ra' },
  { line: 'ipv6 nd ra-interval (1-1800)', undo: 'no ipv6 nd ra-interval' },
  { line: 'ipv6 nd ra-interval msec (70-1799999)', undo: 'no ipv6 nd ra-interval' },
  { line: 'ipv6 nd ra-lifetime (0-9000)', undo: 'no ipv6 nd ra-lifetime' },
  { line: 'no ipv6 nd ra-fast-retrans' },
  { line: 'ipv6 nd <managed-config-flag|other-config-flag>' },
  { line: 'ipv6 nd router-preference <high|low>', undo: 'no ipv6 nd router-preference' },
  { line: 'ipv6 nd mtu (1-65535)', undo: 'no ipv6 nd mtu' },
  { line: 'ipv6 nd prefix X:X::X:X/M' },
  { line: 'ipv6 nd rdnss X:X::X:X' },
  { line: 'mpls enable' },
]
