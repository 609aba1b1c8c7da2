import * as fc from 'fast-check'
import { perhaps } from './arbitrary.ts'
import type { Entry, List, Numbering, RouteMap } from './world.ts'

const numbering = fc.constantFrom<Numbering>('counted', 'by five', 'by content')
export const ipv4Entries = [
  '10.0.0.0/24',
  '10.0.1.0/24',
  '10.0.0.0/8 le 32',
  '10.1.0.0/16 ge 20 le 24',
  '10.2.0.0/16 ge 24',
  'any',
]
export const ipv6Entries = ['2001:db8::/48', '2001:db8:1::/48 le 64', '2001:db8:2::/48 ge 64', 'any']
export const list = (matches: readonly string[], permits: fc.Arbitrary<boolean>): fc.Arbitrary<List> =>
  fc.record({
    numbering,
    entries: fc
      .tuple(fc.shuffledSubarray([...matches], { minLength: 1 }), permits, fc.infiniteStream(fc.boolean()))
      .map(([chosen, permit, actions]) =>
        chosen.map((match) => `${permit || actions.next().value === true ? 'permit' : 'deny'} ${match}`),
      ),
  })

const entry: fc.Arbitrary<Entry> = fc.record({
  action: fc.constantFrom('permit' as const, 'permit' as const, 'deny' as const),
  lines: fc
    .tuple(
      perhaps(
        fc.constantFrom(
          'match ip address prefix-list v4a',
          'match ip address prefix-list v4b',
          'match ipv6 address prefix-list v6a',
          'match community c1',
          'match as-path p1',
          'match tag 7',
          'match large-community lc1',
          'match ip next-hop prefix-list v4b',
          'match local-preference 100',
          'match metric 7',
          'match origin igp',
          'match peer 192.0.2.1',
          'match source-vrf red',
          'match evpn vni 300',
          'match extcommunity e1',
          'match evpn route-type prefix',
          'match ipv6 next-hop address 2001:db8::7',
        ),
      ),
      perhaps(
        fc.constantFrom(
          'set local-preference 100',
          'set local-preference 200',
          'set metric 5',
          'set local-preference +5',
          'set metric +5',
          'set metric -rtt',
          'set weight 7',
          'set tag 3',
        ),
      ),
      perhaps(
        fc.constantFrom(
          'set community 64512:1 additive',
          'set community 64512:2',
          'set large-community 64512:1:2 additive',
          'set ip next-hop 192.0.2.9',
          'set ipv6 next-hop global 2001:db8::9',
          'set ip next-hop peer-address',
          'set as-path prepend 64512 64512',
          'set as-path prepend last-as 3',
          'set as-path exclude 64513',
          'set extcommunity rt 64512:1',
          'set comm-list c1 delete',
          'set distance 30',
          'set atomic-aggregate',
          'set originator-id 10.9.9.9',
          'set as-path replace any',
          'set extcommunity bandwidth 100',
          'set label-index 5',
        ),
      ),
      perhaps(fc.constantFrom('description one', 'description two', 'call in', 'set origin igp')),
    )
    .map((lines) => lines.filter((line) => line !== undefined)),
  onMatch: perhaps(fc.constantFrom('next' as const, 'next' as const, 'jump' as const)),
})
export const routeMap: fc.Arbitrary<RouteMap> = fc.record({
  numbering,
  entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
})

export const profile = fc
  .tuple(
    perhaps(fc.constantFrom('receive-interval 150', 'receive-interval 300', 'receive-interval 200')),
    perhaps(fc.constantFrom('transmit-interval 150', 'transmit-interval 300')),
    perhaps(fc.constantFrom('detect-multiplier 3', 'detect-multiplier 5')),
    perhaps(fc.constant('echo-mode')),
    perhaps(fc.constantFrom('echo transmit-interval 60', 'echo transmit-interval 50')),
    perhaps(fc.constantFrom('echo receive-interval 60')),
    perhaps(fc.constant('passive-mode')),
    perhaps(fc.constantFrom('minimum-ttl 200', 'minimum-ttl 254')),
  )
  .map((lines) => lines.filter((line) => line !== undefined))
