import type { Rule } from './rule.ts'

function staticRouteRules({ ofDefault }: { readonly ofDefault: boolean }): readonly Rule[] {
  const [tag, vrf] = ['[tag (1-4294967295)] [(1-255)]', '[nexthop-vrf VRFNAME]']
  // Others have the table of their VRF.
  const [table, example] = ofDefault ? [' [table (1-4294967295)]', ' table 9'] : ['', '']
  return [
    {
      line: `ip route A.B.C.D/M <A.B.C.D|IFNAME> ${tag} ${vrf}${table}`,
      example: `ip route 198.51.100.0/24 192.0.2.77 tag 7 9${example}`,
    },
    {
      line: `ip route A.B.C.D/M <Null0|blackhole|reject> ${tag}${table}`,
      example: `ip route 198.51.100.0/24 blackhole tag 7${example}`,
    },
    {
      line: `ip route A.B.C.D/M A.B.C.D IFNAME ${tag} ${vrf}${table} [onlink]`,
      example: 'ip route 198.51.100.0/24 192.0.2.77 eth0 5 nexthop-vrf blue onlink',
    },
    {
      line: `ip route A.B.C.D/M A.B.C.D ${tag} bfd [multi-hop] [source A.B.C.D] [profile PROFILE_NAME]`,
      example: 'ip route 198.51.100.0/24 192.0.2.78 bfd multi-hop source 192.0.2.9 profile fast',
      since: [10, 3],
    },
    {
      line: `ipv6 route X:X::X:X/M <X:X::X:X|IFNAME> ${tag} ${vrf}${table}`,
      example: `ipv6 route 2001:db8:5::/48 2001:db8::77 tag 7 9${example}`,
    },
    {
      line: `ipv6 route X:X::X:X/M <Null0|blackhole|reject> ${tag}${table}`,
      example: 'ipv6 route 2001:db8:5::/48 reject',
    },
    {
      line: `ipv6 route X:X::X:X/M X:X::X:X IFNAME ${tag} ${vrf}${table} [onlink]`,
      example: 'ipv6 route 2001:db8:5::/48 fe80::1 eth0 onlink',
    },
    {
      line: `ipv6 route X:X::X:X/M X:X::X:X ${tag} bfd [multi-hop] [source X:X::X:X] [profile PROFILE_NAME]`,
      example: 'ipv6 route 2001:db8:5::/48 2001:db8::78 bfd profile fast',
      since: [10, 3],
    },
  ]
}

/** At the top level, where they are about the default VRF. */
export const defaultStaticRouteRules: readonly Rule[] = staticRouteRules({ ofDefault: true })

/** Within a `vrf`. */
export const vrfStaticRouteRules: readonly Rule[] = staticRouteRules({ ofDefault: false })
