import * as fc from 'fast-check'
import { named, perhaps, some } from './arbitrary.ts'
import { ipv4Entries, ipv6Entries, list, profile, routeMap } from './arbitrary-policy.ts'
import { router } from './arbitrary-router.ts'
import type { World } from './world.ts'

export const arbitraryWorld: fc.Arbitrary<World> = fc.record({
  log: perhaps(fc.constantFrom('warnings' as const, 'debugging' as const)),
  debugs: some([
    'debug zebra events',
    'debug zebra rib',
    'debug bgp updates',
    'debug bgp keepalives',
    'debug bfd peer',
  ]),
  resolveViaDefault: fc.boolean(),
  protocol: perhaps(fc.constantFrom('out', 'in')),
  delay: perhaps(fc.constantFrom(5, 0, 3)),
  lists: fc
    .tuple(
      named(['ip prefix-list v4a', 'ip prefix-list v4b'], list(ipv4Entries, fc.boolean())),
      named(['ipv6 prefix-list v6a', 'ipv6 prefix-list v4a'], list(ipv6Entries, fc.boolean())),
      named(['access-list a1'], list(['10.0.0.0/8', '10.1.0.0/16 exact-match', 'any'], fc.boolean())),
    )
    .map(([ipv4, ipv6, access]) => ({ ...ipv4, ...ipv6, ...access })),
  communityLists: fc
    .tuple(
      named(['bgp community-list standard c1'], list(['64512:1', '64512:2 64512:3', 'no-export'], fc.boolean())),
      named(['bgp large-community-list standard lc1'], list(['64512:1:1', '64512:1:2'], fc.boolean())),
      named(['bgp extcommunity-list standard e1'], list(['rt 64512:1', 'soo 64512:1', 'rt 64512:2'], fc.boolean())),
      named(['bgp community-list expanded c2'], list(['64512:.*', '^1:1$'], fc.boolean())),
    )
    .map(([standard, large, extended, expanded]) => ({ ...standard, ...large, ...extended, ...expanded })),
  asPathLists: named(['bgp as-path access-list p1'], list(['^64513_', '_64514$', '.*'], fc.boolean())),
  routeMaps: named(['in', 'out', 'extra'], routeMap),
  profiles: named(['fast', 'slow'], profile),
  statics: some([
    'ip route 10.7.0.0/16 192.0.2.7',
    'ip route 10.7.0.0/16 192.0.2.8',
    'ip route 10.8.0.0/16 blackhole 200',
    'ipv6 route 2001:db8:7::/48 blackhole',
    'ipv6 route 2001:db8:8::/48 2001:db8::77',
    'ip route 10.9.0.0/16 192.0.2.7 tag 7',
    'ip route 10.9.0.0/16 192.0.2.8 eth9 tag 7 onlink',
    'ip route 10.9.0.0/16 192.0.2.7 9 table 9',
  ]),
  vnis: named(['red', 'blue'], fc.constantFrom(5001, 5002, 5003)),
  routers: fc.record(
    {
      default: router(['192.0.2.1', '192.0.2.2', '2001:db8::1', 'eth9']),
      red: router(['192.0.2.1', '192.0.2.3']),
      blue: router(['192.0.2.4']),
    },
    { requiredKeys: ['default'] },
  ),
})
