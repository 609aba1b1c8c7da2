import { neighbors } from '../places.ts'
import type { Neighbor } from '../spec.ts'
import { neighborOf } from '../spec.ts'
import { type Change, onSubject, prefixesOf, routerOf } from './change.ts'

const advertise = (neighbor: Neighbor) => (neighbor.toAdvertise ??= {})
const filtered = (...prefixes: string[]) => ({ mode: 'filtered' as const, prefixes })
const receives = (...prefixes: { prefix: string; ge?: number; le?: number }[]) => ({
  allowed: { mode: 'filtered' as const, prefixes },
})
const onIbgp = (kind: string, set: (neighbor: Neighbor) => void): Change => ({
  kind,
  make: (wanted) => set(neighborOf(wanted, neighbors.ibgp)),
})
const onIpv6 = (kind: string, set: (neighbor: Neighbor) => void): Change => ({
  kind,
  make: (wanted) => set(neighborOf(wanted, neighbors.ipv6)),
})
const others = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `10.${first}.${i}.0/24`)

/** What is advertised, with what, and what is accepted. */
export const policyChanges: readonly Change[] = [
  onSubject(
    'toAdvertise: one of its prefixes added',
    (n) => (advertise(n).allowed = filtered('10.1.0.0/24', '10.1.1.0/24', '10.1.2.0/24')),
  ),
  onSubject(
    'toAdvertise: one of its prefixes removed',
    (n) => (advertise(n).allowed = filtered('10.1.1.0/24', '10.1.2.0/24')),
  ),
  onSubject('toAdvertise: mode filtered becomes all', (n) => (advertise(n).allowed = { mode: 'all' })),
  onSubject(
    'toAdvertise: mode all becomes filtered',
    (n) => (advertise(n).allowed = filtered('10.1.0.0/24', '10.1.1.0/24')),
  ),
  onSubject('toAdvertise removed', (n) => delete n.toAdvertise),
  onSubject('toAdvertise added', (n) => (n.toAdvertise = { allowed: filtered('10.1.0.0/24', '10.1.1.0/24') })),
  onSubject(
    'withCommunity added',
    (n) => (advertise(n).withCommunity = [{ prefixes: ['10.1.0.0/24'], community: '65001:1' }]),
  ),
  onSubject(
    'withCommunity: community changed',
    (n) => (advertise(n).withCommunity = [{ prefixes: ['10.1.0.0/24'], community: '65001:2' }]),
  ),
  onSubject('withCommunity: a large one added', (n) =>
    advertise(n).withCommunity?.push({ prefixes: ['10.1.0.0/24', '10.1.1.0/24'], community: 'large:65001:1:1' }),
  ),
  onSubject(
    'withCommunity: its prefixes changed',
    (n) => (advertise(n).withCommunity = [{ prefixes: ['10.1.1.0/24'], community: '65001:2' }]),
  ),
  onSubject('withCommunity removed', (n) => delete advertise(n).withCommunity),
  onIbgp(
    'withLocalPref added (iBGP)',
    (n) => (advertise(n).withLocalPref = [{ prefixes: ['10.1.0.0/24'], localPref: 200 }]),
  ),
  onIbgp(
    'withLocalPref: localPref changed',
    (n) => (advertise(n).withLocalPref = [{ prefixes: ['10.1.0.0/24'], localPref: 300 }]),
  ),
  onIbgp(
    'withLocalPref: its prefixes changed',
    (n) => (advertise(n).withLocalPref = [{ prefixes: ['10.1.0.0/24', '10.1.2.0/24'], localPref: 300 }]),
  ),
  onIbgp('withLocalPref removed', (n) => delete advertise(n).withLocalPref),
  onIpv6('nextHop.ipv6 added', (n) => (advertise(n).nextHop = { ipv6: '2001:db8:3::1' })),
  onIpv6('nextHop.ipv6 changed', (n) => (advertise(n).nextHop = { ipv6: '2001:db8:3::5' })),
  onIpv6('nextHop.ipv6 removed', (n) => delete advertise(n).nextHop),
  onSubject('nextHop.ipv4 added', (n) => (advertise(n).nextHop = { ipv4: '172.16.0.1' })),
  onSubject('nextHop.ipv4 changed', (n) => (advertise(n).nextHop = { ipv4: '172.16.0.5' })),
  onSubject('nextHop.ipv4 removed', (n) => delete advertise(n).nextHop),
  onSubject('toReceive: all becomes filtered', (n) => (n.toReceive = receives({ prefix: '10.2.0.0/24' }))),
  onSubject(
    'toReceive: a prefix added',
    (n) => (n.toReceive = receives({ prefix: '10.2.0.0/24' }, { prefix: '10.2.1.0/24' })),
  ),
  onSubject('toReceive: ge and le added', (n) => (n.toReceive = receives({ prefix: '10.2.0.0/16', ge: 24, le: 28 }))),
  onSubject('toReceive: le changed', (n) => (n.toReceive = receives({ prefix: '10.2.0.0/16', ge: 24, le: 32 }))),
  onSubject('toReceive: ge removed', (n) => (n.toReceive = receives({ prefix: '10.2.0.0/16', le: 32 }))),
  onSubject('toReceive removed', (n) => delete n.toReceive),
  onSubject('toReceive added', (n) => (n.toReceive = { allowed: { mode: 'all' } })),
  { kind: 'alwaysBlock added', make: (wanted) => wanted.alwaysBlock.push('10.99.0.0/16') },
  { kind: 'alwaysBlock removed', make: (wanted) => (wanted.alwaysBlock = []) },
  {
    kind: 'router: a prefix added, sorting last',
    make: (wanted) => prefixesOf(routerOf(wanted)).push('10.200.0.0/24'),
  },
  {
    kind: 'router: a prefix added, sorting first',
    make: (wanted) => prefixesOf(routerOf(wanted)).unshift('10.0.0.0/24'),
  },
  { kind: 'router: an IPv6 prefix added', make: (wanted) => prefixesOf(routerOf(wanted)).push('2001:db8:2::/64') },
  { kind: 'router: 100 prefixes added', make: (wanted) => prefixesOf(routerOf(wanted)).push(...others(50, 100)) },
  {
    kind: 'router: 100 prefixes removed',
    make: (wanted) =>
      (routerOf(wanted).prefixes = prefixesOf(routerOf(wanted)).filter((prefix) => !prefix.startsWith('10.50.'))),
  },
  {
    kind: 'router: one removed at each end',
    make: (wanted) =>
      (routerOf(wanted).prefixes = prefixesOf(routerOf(wanted)).filter(
        (prefix) => !/^10\.(0|200)\.|:2::/.test(prefix),
      )),
  },
]
