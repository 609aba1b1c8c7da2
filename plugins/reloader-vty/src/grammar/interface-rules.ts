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
]
