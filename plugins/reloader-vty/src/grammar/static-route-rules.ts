import type { Rule } from './rule.ts'

/** At the top level, where they are about the default VRF, and within a `vrf`. */
export const staticRouteRules: readonly Rule[] = [
  {
    line: 'ip route A.B.C.D/M <A.B.C.D|Null0|blackhole|reject|IFNAME> [(1-255)]',
    example: 'ip route 198.51.100.0/24 192.0.2.77',
  },
  { line: 'ip route A.B.C.D/M A.B.C.D IFNAME [(1-255)]', example: 'ip route 198.51.100.0/24 192.0.2.77 eth0' },
  {
    line: 'ipv6 route X:X::X:X/M <X:X::X:X|Null0|blackhole|reject|IFNAME> [(1-255)]',
    example: 'ipv6 route 2001:db8:5::/48 2001:db8::77',
  },
  { line: 'ipv6 route X:X::X:X/M X:X::X:X IFNAME [(1-255)]', example: 'ipv6 route 2001:db8:5::/48 fe80::1 eth0' },
]
