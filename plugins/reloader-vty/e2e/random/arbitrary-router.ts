import * as fc from 'fast-check'
import { few, named, perhaps, some } from './arbitrary.ts'
import type { Evpn, Family, Router, Session } from './world.ts'

const sessionSettings = [
  'port 1179',
  'timers 10 30',
  'timers 0 0',
  'timers connect 5',
  'password s3cret',
  'password other',
  'update-source 192.0.2.77',
  'update-source lo',
  'graceful-restart',
  'graceful-restart-helper',
  'graceful-restart-disable',
  'disable-connected-check',
  'description one thing',
  'passive',
  'shutdown',
  'advertisement-interval 3',
  'port 179',
  'timers 60 180',
  'capability extended-nexthop',
  'capability dynamic',
  'enforce-first-as',
  'timers delayopen 5',
  'timers delayopen 9',
  'solo',
  'shutdown message for the night',
  'sender-as-path-loop-detection',
  'extended-optional-parameters',
  'local-role customer',
  'local-role peer strict-mode',
  'tcp-mss 1200',
  'dont-capability-negotiate',
  'override-capability',
]
const familyLines = [
  'route-map in in',
  'route-map out in',
  'route-map out out',
  'prefix-list v4a in',
  'prefix-list v4b in',
  'filter-list p1 in',
  'next-hop-self',
  'soft-reconfiguration inbound',
  'allowas-in',
  'allowas-in 5',
  'default-originate',
  'default-originate route-map out',
  'maximum-prefix 100',
  'maximum-prefix 100 warning-only',
  'remove-private-AS',
  'remove-private-AS all',
  'weight 10',
  'weight 20',
  'as-override',
  'send-community',
  'route-map in out',
  'default-originate route-map in',
  'next-hop-self force',
  'allowas-in origin',
  'maximum-prefix 100 80 restart 5',
  'maximum-prefix-out 50',
  'maximum-prefix-out 60',
  'unsuppress-map extra',
  'unsuppress-map out',
  'attribute-unchanged med',
  'attribute-unchanged next-hop',
  'addpath-tx-all-paths',
  'disable-addpath-rx',
  'soo 64512:7',
  'soo 64512:8',
  'capability orf prefix-list both',
  'route-reflector-client',
]
const session: fc.Arbitrary<Session> = fc.record({
  remoteAs: fc.constantFrom('64513', '64514', '64512', 'internal', 'external'),
  group: perhaps(fc.constantFrom('g1', 'g2')).chain((group) => fc.constantFrom(group, undefined, undefined)),
  settings: few(sessionSettings, 4),
  hops: perhaps(fc.constantFrom('ebgp-multihop', 'ebgp-multihop 5', 'ebgp-multihop 255', 'ttl-security hops 3')),
  localAs: fc.constantFrom(false, false, true),
  bfd: perhaps(fc.constantFrom('bfd' as const, 'fast' as const, 'slow' as const)),
  families: named(
    ['ipv4 unicast', 'ipv6 unicast', 'l2vpn evpn'],
    fc.record({
      active: fc.constantFrom(true, true, false, undefined),
      lines: few(familyLines, 3),
    }),
  ),
})

const routerSettings = [
  'no bgp ebgp-requires-policy',
  'no bgp default ipv4-unicast',
  'bgp confederation identifier 64700',
  'bgp confederation identifier 64701',
  'bgp confederation peers 64514',
  'bgp graceful-restart-disable',
  'bgp graceful-restart preserve-fw-state',
  'bgp router-id 10.9.9.9',
  'bgp router-id 10.9.9.8',
  'bgp cluster-id 1.1.1.1',
  'bgp bestpath as-path multipath-relax',
  'bgp always-compare-med',
  'bgp log-neighbor-changes',
  'timers bgp 10 30',
  'timers bgp 60 180',
  'bgp default local-preference 200',
  'bgp default local-preference 100',
  'bgp deterministic-med',
  'bgp graceful-restart',
  'bgp graceful-restart restart-time 100',
  'bgp suppress-duplicates',
  'no bgp suppress-duplicates',
  'bgp fast-external-failover',
  'no bgp fast-external-failover',
  'no bgp client-to-client reflection',
  'bgp bestpath compare-routerid',
  'bgp bestpath as-path confed',
  'bgp bestpath med missing-as-worst',
  'bgp bestpath med confed missing-as-worst',
  'bgp bestpath bandwidth ignore',
  'bgp bestpath bandwidth skip-missing',
  'bgp default show-hostname',
  'bgp disable-ebgp-connected-route-check',
  'bgp fast-convergence',
  'bgp route-reflector allow-outbound-policy',
  'bgp graceful-restart stalepath-time 100',
  'bgp graceful-restart select-defer-time 50',
  'bgp graceful-restart rib-stale-time 60',
  'bgp minimum-holdtime 9',
  'bgp listen limit 50',
  'bgp listen limit 60',
  'coalesce-time 500',
  'coalesce-time 900',
  'read-quanta 5',
  'write-quanta 32',
  'update-delay 20',
  'update-delay 30 10',
]
const family = (networks: readonly string[], aggregates: readonly string[]): fc.Arbitrary<Family> =>
  fc.record({
    networks: some(networks),
    lines: some([
      ...aggregates,
      'redistribute connected',
      'redistribute connected route-map out',
      'redistribute static metric 5',
      'redistribute static',
      'maximum-paths 4',
      'maximum-paths 8',
      'maximum-paths ibgp 4',
      'distance bgp 30 200 200',
      'distance bgp 20 200 200',
    ]).chain((lines) => fc.subarray(lines, { maxLength: Math.min(4, lines.length) })),
    imports: some(['red', 'blue', 'default']).chain((imports) => fc.constantFrom([], [], imports)),
  })

const targets = ['64512:100', '64512:200', '64513:100', '65000:1']
const targetLines = fc
  .tuple(some(targets), some(targets))
  .map(([imports, exports]) => [
    ...imports.map((target) => `route-target import ${target}`),
    ...exports.map((target) => `route-target export ${target}`),
  ])
const withRd = fc
  .tuple(perhaps(fc.constantFrom('rd 64512:100', 'rd 64512:1')), targetLines)
  .map(([rd, lines]) => [...(rd ? [rd] : []), ...lines])
const evpn: fc.Arbitrary<Evpn> = fc.record({
  all: fc.boolean(),
  lines: fc
    .tuple(
      some([
        'advertise-svi-ip',
        'advertise-default-gw',
        'advertise ipv4 unicast',
        'advertise ipv4 unicast route-map out',
        'advertise ipv6 unicast',
        'default-originate ipv4',
        'flooding disable',
        'autort rfc8365-compatible',
      ]),
      withRd,
    )
    .map(([lines, more]) => [...lines, ...more]),
  vnis: named(['300', '400'], withRd),
})

export const router = (sessions: readonly string[]): fc.Arbitrary<Router> =>
  fc.record({
    asn: fc.constantFrom(64512, 64512, 64512, 64520),
    settings: few(routerSettings, 6),
    groups: named(['g1', 'g2'], session).chain((groups) => fc.constantFrom({}, groups)),
    sessions: named(sessions, session),
    families: fc.record({
      'ipv4 unicast': family(
        ['10.0.0.0/24', '10.0.1.0/24', '10.0.1.0/24 route-map out', '10.0.1.0/24 backdoor', '10.5.0.0/16'],
        // Where nothing is below it: bgpd of 10.3 ends when a network that is suppressed goes and comes back in a moment.
        ['aggregate-address 10.0.0.0/8', 'aggregate-address 10.6.0.0/16 summary-only', 'aggregate-address 10.6.0.0/16'],
      ),
      'ipv6 unicast': family(
        ['2001:db8::/48', '2001:db8:1::/48', '2001:db8:1::/48 route-map in'],
        ['aggregate-address 2001:db8::/32 as-set', 'aggregate-address 2001:db8::/32 route-map out'],
      ),
    }),
    evpn: perhaps(evpn),
  })
