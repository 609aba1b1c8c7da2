import type { ContextKind } from './contexts.ts'

/** A prefix has each next hop once in a table, whatever its distance and tag, and packets are dropped in one way alone. */
const staticRoutes: readonly RegExp[] = [
  /^(ip(?:v6)? route \S+ )(?:Null0|blackhole|reject)(?: tag \d+)?(?: \d+)?( table \d+)?$/,
  /^(ip(?:v6)? route \S+ (?:[\d.]+|[\da-f]*:[\da-f:.]*)(?: (?!(?:tag|label|nexthop-vrf|table|onlink|color|bfd)(?: |$))[A-Za-z]\S*)?)(?: tag \d+)?(?: \d+)?( nexthop-vrf \S+)?( table \d+)?(?: onlink)?(?: bfd.*)?$/,
  /^(ip(?:v6)? route \S+ [A-Za-z]\S*)(?: tag \d+)?(?: \d+)?( nexthop-vrf \S+)?( table \d+)?$/,
]

/**
 * Settings of which there is one: a later line takes the place of an earlier one. What the groups catch names the
 * setting; the rest of the line is its value. A line that no row knows is a setting by itself, there or not there.
 */
const slots: Partial<Readonly<Record<ContextKind, readonly RegExp[]>>> = {
  top: [
    /^(log (?:stdout|syslog|monitor|facility|timestamp precision|file|filtered-file))\b/,
    /^(hostname|domainname|password|enable password|router-id|banner motd|ip(?:v6)? router-id|frr defaults|frr version) /,
    /^(zebra (?:nexthop-group keep|route-map delay-timer)) /,
    /^(ip(?:v6)? prefix-list \S+ description|(?:ipv6 |mac )?access-list \S+ remark) /,
    /^(ip(?:v6)? (?:protocol|nht) \S+|bgp (?:in|out)put-queue-limit) /,
    ...staticRoutes,
  ],
  'router-bgp': [
    /^(bgp (?:router-id|cluster-id|confederation identifier|default local-preference|default subgroup-pkt-queue-max|bestpath as-path multipath-relax|max-med on-startup|maxmed|listen limit|minimum-holdtime|session-dscp|route-map delay-timer|update-delay|conditional-advertisement timer|graceful-restart (?:restart-time|stalepath-time|select-defer-time|rib-stale-time)|long-lived-graceful-restart stale-time)) /,
    /^(timers bgp|coalesce-time|read-quanta|write-quanta|update-delay) /,
    /^(neighbor \S+ (?:timers connect|timers delayopen|bfd profile|path-attribute discard|path-attribute treat-as-withdraw|shutdown rtt|local-as|local-role|port|password|update-source|ebgp-multihop|description|tcp-mss|ttl-security|advertisement-interval|remote-as|interface|peer-group|maximum-prefix-out))\b/,
    /^(neighbor \S+ timers) \d/,
    /^(neighbor \S+ shutdown)\b(?! rtt)/,
    /^((?:bgp|neighbor \S+) graceful-restart)(?:-helper|-disable)?$/,
  ],
  'address-family': [
    /^(neighbor \S+ (?:route-map|prefix-list|filter-list|distribute-list)) \S+( in| out)$/,
    /^(neighbor \S+ (?:weight|maximum-prefix-out|maximum-prefix|allowas-in|default-originate|unsuppress-map|soo|remove-private-AS|advertise-map|addpath-rx-paths-limit|dampening|attribute-unchanged))\b/,
    /^(network \S+|aggregate-address \S+|redistribute (?:ospf|table|table-direct) \d+|redistribute \S+|table-map|bgp dampening|distance bgp|maximum-paths ibgp)\b/,
    /^(maximum-paths) \d/,
    /^(label vpn export allocation-mode)\b/,
    /^((?:rd|label|nexthop) vpn export|(?:import|export) vrf route-map|route-map vpn (?:import|export)|sid vpn export)\b/,
    /^((?:rt|route-target) vpn (?:both|import|export))\b/,
  ],
  evpn: [
    /^(rd|default-originate \S+|dup-addr-detection|flooding|mac-vrf soo)\b/,
    /^(neighbor \S+ route-map) \S+( in| out)$/,
    /^(neighbor \S+ (?:attribute-unchanged|allowas-in|maximum-prefix|soo))\b/,
  ],
  'evpn-vni': [/^(rd)\b/],
  vrf: [/^(vni|netns|router-id|ip(?:v6)? router-id)\b/, /^(ip(?:v6)? (?:protocol|nht) \S+) /, ...staticRoutes],
  interface: [
    /^(description|bandwidth|ipv6 nd (?:ra-interval|ra-lifetime|router-preference|mtu)|ip(?:v6)? ospf6? \S+)\b/,
  ],
  'line-vty': [/^((?:ipv6 )?access-class|exec-timeout|login)\b/],
  'bfd-profile': [
    /^(receive-interval|transmit-interval|detect-multiplier|echo (?:transmit|receive)-interval|echo-interval|minimum-ttl)\b/,
  ],
  'bfd-peer': [
    /^(receive-interval|transmit-interval|detect-multiplier|echo (?:transmit|receive)-interval|echo-interval|minimum-ttl|profile)\b/,
  ],
  'route-map': [
    /^(description|call|on-match)\b/,
    /^(match (?:ip(?:v6)? (?:address|next-hop|route-source) (?:prefix-list|prefix-len|address)|evpn (?:vni|route-type|default-route|rd)|ip(?:v6)? (?:address|next-hop|route-source)|[a-z-]+))\b/,
    /^(set (?:ip(?:v6)? next-hop(?: (?:global|local|peer-address|prefer-global|unchanged))?|as-path (?:prepend|exclude|replace)|extcommunity (?:rt|soo|bandwidth|color|nt|none)|ipv[46] vpn next-hop|[a-z-]+))\b/,
  ],
}

/** What a line sets: equal for two lines that cannot both be. */
export function slotOf(kind: ContextKind, line: string): string {
  // Nothing to cut off, and there may be ten thousand of them.
  if (kind === 'address-family' && line.startsWith('network ') && !line.includes(' ', 8)) return line
  for (const pattern of slots[kind] ?? []) {
    const match = pattern.exec(line)
    if (match !== null) return match.slice(1).join('')
  }
  return line
}
