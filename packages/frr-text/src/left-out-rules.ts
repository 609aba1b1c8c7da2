import type { ContextKind } from './contexts.ts'
import type { Context } from './frr-text.ts'
import { isActiveByDefault, isDerived, isOfItsGroup } from './left-out-when.ts'
import { isAtInterface, isIbgp } from './neighbors.ts'
import type { Releases } from './release.ts'

/**
 * A line that FRR takes and then leaves out of its running configuration, because it asks for what FRR does anyway.
 * Seen on 8.4.4 and 10.3, with both `frr defaults`, unless the row says otherwise.
 */
export type LeftOut = Releases & {
  readonly in: ContextKind
  readonly line: RegExp
  /** Only with these `frr defaults`. */
  readonly defaults?: 'traditional' | 'datacenter'
  /** Only if what surrounds the line makes it a default; the groups are those of `line`. */
  readonly when?: (context: Context, groups: readonly string[], contexts: ReadonlyMap<string, Context>) => boolean
}

export const leftOut: readonly LeftOut[] = [
  { in: 'top', line: /^ip(?:v6)? forwarding$/ },
  { in: 'top', line: /^no (?:log (?!(?:unique-id|error-category)$)|debug |service )/ },
  { in: 'top', line: /^log (?:unique-id|error-category)$/ },
  // It does nothing any more.
  { in: 'top', line: /^log monitor\b/ },
  // vtysh keeps these to itself; it reads them in frr.conf.
  { in: 'top', line: /^(?:no )?(?:service integrated-vtysh-config$|domainname |username |banner motd\b)/ },
  { in: 'top', line: /^zebra nexthop kernel enable$/ },
  { in: 'top', line: /^zebra route-map delay-timer 5$/, before: 10 },
  { in: 'line-vty', line: /^(?:exec-timeout 10 0|login)$/ },
  // What was there is gone when a text has been read, and FRR refuses to take away what is not.
  {
    in: 'top',
    line: /^no (?:router|route-map|vrf|bgp (?:route-map|community)|ip(?:v6)? (?:route|prefix-list|protocol)) /,
  },
  { in: 'top', line: /^no bfd$/ },
  { in: 'top', line: /^log (?:facility daemon|timestamp precision 0)$/ },
  { in: 'top', line: /^bgp (?:route-map delay-timer 5|(?:in|out)put-queue-limit 10000)$/ },
  { in: 'top', line: /^ip router-id 0\.0\.0\.0$/, before: 10 },
  { in: 'top', line: /^no ip(?:v6)? nht resolve-via-default$/, before: 10 },
  { in: 'top', line: /^ip(?:v6)? nht resolve-via-default$/, since: 10 },
  { in: 'vrf', line: /^no ip(?:v6)? nht resolve-via-default$/, before: 10 },
  { in: 'vrf', line: /^ip router-id 0\.0\.0\.0$/, before: 10 },
  { in: 'vrf', line: /^ip(?:v6)? nht resolve-via-default$/, since: 10 },
  {
    in: 'interface',
    line: /^(?:no shutdown|link-detect|ipv6 nd (?:suppress-ra|ra-fast-retrans|router-preference medium|ra-interval 600))$/,
  },

  {
    in: 'router-bgp',
    line: /^bgp (?:ebgp-requires-policy|network import-check|default ipv4-unicast|suppress-duplicates|client-to-client reflection|fast-external-failover)$/,
  },
  { in: 'router-bgp', line: /^bgp (?:hard-administrative-reset|graceful-restart notification)$/ },
  { in: 'router-bgp', line: /^bgp (?:enforce-first-as|ipv6-auto-ra)$/, since: 10 },
  { in: 'router-bgp', line: /^bgp default subgroup-pkt-queue-max 40$/ },
  { in: 'router-bgp', line: /^no bgp ebgp-requires-policy$/, defaults: 'datacenter' },
  {
    in: 'router-bgp',
    line: /^bgp (?:log-neighbor-changes|deterministic-med|default show-hostname|default show-nexthop-hostname)$/,
    defaults: 'datacenter',
  },
  {
    in: 'router-bgp',
    line: /^no bgp (?:default (?:ipv4-(?!unicast)\S+|ipv6-\S+|l2vpn-evpn|local-preference.*|subgroup-pkt-queue-max.*)|labeled-unicast .+|graceful-restart(?:-disable| (?!notification$).+)?|graceful-shutdown|shutdown|always-compare-med|bestpath .+)$/,
  },
  {
    in: 'router-bgp',
    line: /^no bgp (?:(?:router-id|cluster-id|confederation|listen|minimum-holdtime)\b.*|route-reflector allow-outbound-policy|fast-convergence|disable-ebgp-connected-route-check)$/,
  },
  {
    in: 'router-bgp',
    line: /^no bgp (?:log-neighbor-changes|deterministic-med|default show-(?:nexthop-)?hostname)$/,
    defaults: 'traditional',
  },
  {
    in: 'router-bgp',
    line: /^bgp (?:default local-preference 100|route-map delay-timer 5|minimum-holdtime 180|listen limit 100|router-id 0\.0\.0\.0)$/,
  },
  {
    in: 'router-bgp',
    line: /^bgp graceful-restart (?:restart-time 120|stalepath-time 360|rib-stale-time 500)$/,
  },
  // Of 10.5, FRR's source says it; 10.7.1 was asked.
  { in: 'router-bgp', line: /^bgp graceful-restart select-defer-time 360$/, before: [10, 5] },
  { in: 'router-bgp', line: /^bgp graceful-restart select-defer-time 240$/, since: [10, 5], before: [10, 6] },
  { in: 'router-bgp', line: /^bgp graceful-restart select-defer-time 120$/, since: [10, 6] },
  { in: 'router-bgp', line: /^no bgp reject-as-sets$/, before: [10, 5] },
  { in: 'router-bgp', line: /^bgp reject-as-sets$/, since: [10, 5] },
  { in: 'router-bgp', line: /^(?:timers bgp 60 180|read-quanta 10|write-quanta 64)$/, defaults: 'traditional' },
  { in: 'router-bgp', line: /^(?:update-delay 0|bgp conditional-advertisement timer 60)$/ },
  { in: 'router-bgp', line: /^neighbor \S+ (?:port 179|ebgp-multihop 1)$/ },
  // bgpd ignores it on iBGP sessions.
  {
    in: 'router-bgp',
    line: /^neighbor (\S+) ebgp-multihop(?: \d+)?$/,
    when: (router, [name = '']) => isIbgp(router, name),
  },
  // Nor what it says of the source of a session that is at an interface.
  {
    in: 'router-bgp',
    line: /^neighbor (\S+) update-source \S+$/,
    when: (router, [name = '']) => isAtInterface(router, name),
  },
  { in: 'router-bgp', line: /^no neighbor \S+ capability (?!fqdn$)/ },
  // A member does what its group does, and bgpd shows it at both.
  {
    in: 'router-bgp',
    line: /^neighbor (\S+) (graceful-restart(?:-helper|-disable)?)$/,
    since: 10,
    when: isOfItsGroup,
  },
  { in: 'router-bgp', line: /^no neighbor \S+ enforce-first-as$/, before: 10 },
  { in: 'router-bgp', line: /^neighbor \S+ (?:enforce-first-as|capability fqdn)$/, since: 10 },

  { in: 'address-family', line: /^neighbor \S+ (?:send-community(?: all| both| standard| extended| large)?)$/ },
  // It does, and shows it of the member, too.
  { in: 'address-family', line: /^neighbor (\S+) (disable-addpath-rx)$/, when: isOfItsGroup },
  ...(['address-family', 'evpn'] as const).flatMap((kind): readonly LeftOut[] => [
    { in: kind, line: /^neighbor (\S+) activate$/, when: isActiveByDefault },
    { in: kind, line: /^no neighbor (\S+) activate$/, when: (...args) => !isActiveByDefault(...args) },
  ]),
  { in: 'address-family', line: /^distance bgp 20 200 200$/ },
  // As many as FRR was built for, which is this in Debian.
  { in: 'address-family', line: /^maximum-paths (?:ibgp )?256$/ },
  { in: 'address-family', line: /^label vpn export allocation-mode per-vrf$/, since: 10 },
  { in: 'address-family', line: /^bgp retain route-target all$/ },
  { in: 'evpn', line: /^(?:advertise-pip|dup-addr-detection|flooding head-end-replication)$/ },
  // There it is so anyway.
  { in: 'evpn', line: /^neighbor \S+ attribute-unchanged next-hop$/ },
  { in: 'evpn-vni', line: /^route-target (import|export) (\S+)$/, when: isDerived },

  { in: 'bfd-profile', line: /^(?:receive-interval 300|transmit-interval 300|detect-multiplier 3)$/ },
  { in: 'bfd-profile', line: /^(?:echo (?:transmit|receive)-interval 50|minimum-ttl 254)$/ },
  { in: 'bfd-peer', line: /^(?:receive-interval 300|transmit-interval 300|detect-multiplier 3)$/ },
  { in: 'bfd-peer', line: /^(?:echo (?:transmit|receive)-interval 50|minimum-ttl 254)$/ },
]
