import type { Rule } from './rule.ts'

export const evpnRules: readonly Rule[] = [
  { line: 'neighbor PEER activate' },
  { line: 'neighbor PEER route-map RMAP_NAME <in|out>' },
  { line: 'neighbor PEER next-hop-self [force]' },
  { line: 'neighbor PEER soft-reconfiguration inbound' },
  { line: 'neighbor PEER route-reflector-client', example: 'neighbor 192.0.2.3 route-reflector-client' },
  { line: 'neighbor PEER route-server-client' },
  { line: 'neighbor PEER allowas-in [<(1-10)|origin>]', undo: 'no neighbor PEER allowas-in' },
  { line: 'neighbor PEER soo ASN:NN', undo: 'no neighbor PEER soo' },
  {
    line: 'neighbor PEER maximum-prefix (1-4294967295) [(1-100)] [<warning-only|restart (1-65535)>] [force]',
    undo: 'no neighbor PEER maximum-prefix',
    since: [10, 3],
  },
  { line: 'no dup-addr-detection' },
  { line: 'advertise-all-vni' },
  { line: '<advertise-svi-ip|advertise-default-gw>' },
  {
    line: 'advertise <ipv4|ipv6> unicast [gateway-ip] [route-map RMAP_NAME]',
    undo: 'no advertise <ipv4|ipv6> unicast',
  },
  { line: 'default-originate <ipv4|ipv6>' },
  { line: 'autort rfc8365-compatible' },
  { line: 'flooding disable' },
  { line: 'rd ASN:NN' },
  { line: 'route-target <import|export> ASN:NN' },
  { line: 'route-target import WILDCARD', since: 10, example: 'route-target import *:7' },
  { line: 'enable-resolve-overlay-index' },
  { line: 'mac-vrf soo ASN:NN', undo: 'no mac-vrf soo', since: [10, 3] },
  { line: 'vni (1-16777215)' },
]

export const evpnVniRules: readonly Rule[] = [
  { line: 'rd ASN:NN' },
  { line: 'route-target <import|export> ASN:NN' },
  { line: '<advertise-svi-ip|advertise-default-gw>' },
]
