/** What kind of lines a context holds. `other`: one of a daemon that nothing here looks into. */
export type ContextKind =
  | 'top'
  | 'router-bgp'
  | 'address-family'
  | 'evpn'
  | 'evpn-vni'
  | 'vrf'
  | 'interface'
  | 'bfd'
  | 'bfd-profile'
  | 'bfd-peer'
  | 'route-map'
  | 'line-vty'
  | 'other'

/** How FRR comes into a context, and which lines keep it there. */
export type ContextRule = {
  readonly kind: ContextKind
  readonly within: ContextKind
  /** Of the contexts of that kind, the ones that were opened like this; absent: all. */
  readonly inside?: RegExp
  readonly opener: RegExp
  /** Beside `exit` and `end`. */
  readonly closer?: string
  /**
   * The lines that FRR knows here, without their `no`. A line that the context does not know is tried in the one around
   * it, as vtysh does. Absent: all but those that only the top level can mean.
   */
  readonly owns?: RegExp
}

/** Of the commands about a neighbor, those that FRR knows in `router bgp` alone; all others belong to an address family. */
const ofSession =
  'remote-as|interface|peer-group|timers|password|port|update-source|ebgp-multihop|local-as|local-role|bfd|description|' +
  'disable-connected-check|enforce-multihop|enforce-first-as|graceful-restart|graceful-restart-disable|' +
  'graceful-restart-helper|graceful-shutdown|passive|shutdown|solo|tcp-mss|ttl-security|advertisement-interval|oad|' +
  'capability (?!orf)\\S+|dont-capability-negotiate|override-capability|strict-capability-match|aigp|rpki|' +
  'extended-optional-parameters|extended-link-bandwidth|disable-link-bw-encoding-ieee|sender-as-path-loop-detection|' +
  'path-attribute|ip-transparent|send-nexthop-characteristics|as-loop-detection'

/** Lines of `router bgp` that FRR takes for its IPv4 unicast family, where it shows them. */
export const ofIpv4Unicast: RegExp = new RegExp(
  `^(?:neighbor \\S+ (?!(?:${ofSession})(?: |$))\\S|network |aggregate-address |redistribute |distance |maximum-paths |table-map |import vrf )`,
)

const lists = 'as-path|community-list|large-community-list|extcommunity-list|community'

const owned = {
  routerBgp: new RegExp(
    `^(?:bgp (?!(?:${lists})\\b)|neighbor|network|timers|aggregate-address|redistribute|distance|maximum-paths|table-map|` +
      'import|export|rd|coalesce-time|read-quanta|write-quanta|update-delay|vnc|vrf-policy|bmp|sid|label|' +
      'auto-summary|synchronization)\\b',
  ),
  addressFamily: new RegExp(
    `^(?:neighbor \\S+ (?!(?:${ofSession})(?: |$))|network|aggregate-address|redistribute|distance|maximum-paths|table-map|` +
      'import|export|rd|rt|route-target6?|rt6|label|nexthop|sid|route-map vpn|bgp dampening|advertise|unicast)\\b',
  ),
  evpn: new RegExp(
    `^(?:neighbor \\S+ (?!(?:${ofSession})(?: |$))|advertise\\S*|autort|default-originate|disable-ead-\\S+|` +
      'dup-addr-detection|ead-es-\\S+|enable-resolve-overlay-index|flooding|network|rd|route-target|use-es-l3nhg|soo|' +
      'mac-vrf)\\b',
  ),
  evpnVni: /^(?:rd|route-target|advertise-default-gw|advertise-svi-ip|advertise-subnet|flooding)\b/,
  vrf: /^(?:vni|netns|router-id|mpls|ip(?:v6)? (?:route|nht|protocol|router-id|igmp|mld|msdp|pim|ssmpingd|table|import-table|mroute))\b/,
  bfdProfile:
    /^(?:receive-interval|transmit-interval|detect-multiplier|echo|echo-interval|echo-mode|passive-mode|minimum-ttl|shutdown|log-session-changes)\b/,
  bfdPeer:
    /^(?:receive-interval|transmit-interval|detect-multiplier|echo|echo-interval|echo-mode|passive-mode|minimum-ttl|shutdown|log-session-changes|profile)\b/,
  routeMap: /^(?:match|set|on-match|continue|call|description)\b/,
} as const

/** Longer ways in come first where one is the beginning of another. */
export const contextRules: readonly ContextRule[] = [
  { kind: 'router-bgp', within: 'top', opener: /^router bgp\b/, owns: owned.routerBgp },
  {
    kind: 'evpn',
    within: 'router-bgp',
    opener: /^address-family l2vpn\b/,
    closer: 'exit-address-family',
    owns: owned.evpn,
  },
  {
    kind: 'address-family',
    within: 'router-bgp',
    opener: /^address-family\b/,
    closer: 'exit-address-family',
    owns: owned.addressFamily,
  },
  { kind: 'evpn-vni', within: 'evpn', opener: /^vni \d+$/, closer: 'exit-vni', owns: owned.evpnVni },
  {
    kind: 'other',
    within: 'router-bgp',
    opener: /^(?:segment-routing srv6|bmp targets \S+|vrf-policy \S+|vnc (?:defaults|nve-group \S+|l2-group \S+))$/,
  },
  { kind: 'vrf', within: 'top', opener: /^vrf \S+$/, closer: 'exit-vrf', owns: owned.vrf },
  { kind: 'interface', within: 'top', opener: /^interface \S+/ },
  { kind: 'other', within: 'interface', opener: /^link-params$/, closer: 'exit-link-params' },
  { kind: 'bfd', within: 'top', opener: /^bfd$/, owns: /^$/ },
  { kind: 'bfd-profile', within: 'bfd', opener: /^profile \S+$/, owns: owned.bfdProfile },
  { kind: 'bfd-peer', within: 'bfd', opener: /^peer \S+/, owns: owned.bfdPeer },
  {
    kind: 'route-map',
    within: 'top',
    opener: /^route-map \S+ (?:permit|deny) \d+$/,
    closer: 'exit-route-map',
    owns: owned.routeMap,
  },
  { kind: 'line-vty', within: 'top', opener: /^line vty$/ },
  {
    kind: 'other',
    within: 'top',
    opener:
      /^(?:router \S+|key chain \S+|rpki(?: vrf \S+)?|segment-routing|mpls ldp|pseudowire \S+|l2vpn \S+|nexthop-group \S+|pbr-map \S+|affinity-map)(?: .*)?$/,
  },
  { kind: 'other', within: 'other', inside: /^key chain /, opener: /^key \d+$/ },
  {
    kind: 'other',
    within: 'other',
    inside: /^mpls ldp$/,
    opener: /^address-family ipv[46]$/,
    closer: 'exit-address-family',
  },
  { kind: 'other', within: 'other', inside: /^address-family /, opener: /^interface \S+$/ },
  { kind: 'other', within: 'other', inside: /^l2vpn /, opener: /^member pseudowire \S+$/ },
  { kind: 'other', within: 'other', inside: /^segment-routing$/, opener: /^(?:traffic-eng|srv6)$/ },
  { kind: 'other', within: 'other', inside: /^traffic-eng$/, opener: /^(?:segment-list \S+|policy .+|pcep)$/ },
  { kind: 'other', within: 'other', inside: /^policy /, opener: /^candidate-path .+$/ },
  { kind: 'other', within: 'other', inside: /^pcep$/, opener: /^(?:pce \S+|pcc|pce-config \S+)$/ },
  { kind: 'other', within: 'other', inside: /^srv6$/, opener: /^(?:locators|encapsulation|formats|static-sids)$/ },
  { kind: 'other', within: 'other', inside: /^locators$/, opener: /^locator \S+$/ },
  { kind: 'other', within: 'other', inside: /^formats$/, opener: /^format \S+$/ },
]

/** The beginnings of lines that only the top level can mean, wherever they are written. */
export const topLevel: RegExp =
  /^(?:log |debug |hostname |domainname |frr |service |agentx|banner |username |password |enable password|router-id |vni \d|zebra |fpm |pbr table|nhrp |vrrp (?:autoconfigure|default)|access-list |mac access-list |dump bgp|mgmt |affinity-map |bgp (?:as-path|community-list|large-community-list|extcommunity-list|community alias)\b|ip(?:v6)? (?:prefix-list|access-list|route|nht|forwarding|protocol|router-id|import-table|as-path|community-list|large-community-list|extcommunity-list|msdp|ssmpingd|table)\b)/

/** Lines that the top level knows too, and that mean something of their own inside these contexts. */
export const staysInside: Partial<Readonly<Record<ContextKind, RegExp>>> = {
  other: /^(?:router-id|password|vni)\b/,
  interface: /^(?:debug ipv6|ip(?:v6)? (?:router|igmp|mld|pim|mroute|multicast|nhrp)\b|evpn mh|vrrp \d)/,
}
