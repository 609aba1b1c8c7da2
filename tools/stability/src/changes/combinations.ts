import { asn, neighbors, nodeSeenBy } from '../places.ts'
import { neighborOf, type Wanted } from '../spec.ts'
import { atPeer, type Change, prefixesOf, routerOf } from './change.ts'

const node = nodeSeenBy[neighbors.subject] ?? ''
const filtered = (...prefixes: string[]) => ({ mode: 'filtered' as const, prefixes })

const subjectOf = (wanted: Wanted) => neighborOf(wanted, neighbors.subject)
const inside = [neighbors.ibgp, neighbors.evpn]
const newcomers = ['100.64.9.1', '100.64.9.2']

/** What the object of iBGP's neighbor asks for: one prefix with a preference, another one with a community. */
const marked = (preferred: string, tagged: string) => (wanted: Wanted) => {
  neighborOf(wanted, neighbors.ibgp).toAdvertise = {
    allowed: { mode: 'all' },
    withLocalPref: [{ prefixes: [preferred], localPref: 200 }],
    withCommunity: [{ prefixes: [tagged, '10.1.2.0/24'], community: '65001:7' }],
  }
}

/** Changes of several fields or objects at once, of which one has a part in the other. */
export const combinations: readonly Change[] = [
  { kind: 'all as in the beginning', make: (wanted, original) => void Object.assign(wanted, original) },
  {
    kind: 'a prefix moves from one neighbor to another',
    make(wanted) {
      subjectOf(wanted).toAdvertise = { allowed: filtered('10.1.0.0/24') }
      neighborOf(wanted, neighbors.password).toAdvertise = { allowed: filtered('10.1.1.0/24', '10.1.2.0/24') }
    },
  },
  {
    kind: 'two neighbors exchange what they are told, and one what it may say',
    make(wanted) {
      const [one, other] = [subjectOf(wanted), neighborOf(wanted, neighbors.password)]
      ;[one.toAdvertise, other.toAdvertise] = [other.toAdvertise ?? {}, one.toAdvertise ?? {}]
      other.toReceive = { allowed: { mode: 'filtered', prefixes: [{ prefix: '10.2.0.0/24' }] } }
    },
  },
  { kind: 'a preference and a community come together', make: marked('10.1.0.0/24', '10.1.1.0/24') },
  { kind: 'they exchange their prefixes', make: marked('10.1.1.0/24', '10.1.0.0/24') },
  {
    kind: 'everything in another order',
    make({ routers, bfdProfiles }) {
      for (const { neighbors: all, prefixes } of routers) {
        all?.reverse()
        prefixes?.reverse()
      }
      bfdProfiles.reverse()
    },
  },
  {
    kind: 'a BFD profile in use gets another name and other timers',
    make(wanted) {
      wanted.bfdProfiles = [{ name: 'calm', receiveInterval: 400, transmitInterval: 400 }]
      neighborOf(wanted, neighbors.bfd).bfdProfile = 'calm'
    },
  },
  {
    kind: 'a password and BFD come together',
    make: (wanted) => Object.assign(subjectOf(wanted), { password: 'both', bfdProfile: 'calm' }),
    atPeer: atPeer(`neighbor ${node} password both`, `neighbor ${node} bfd`),
  },
  {
    kind: 'both go, and timers, source address and hops come',
    make(wanted) {
      const { password: _, bfdProfile: __, ...rest } = subjectOf(wanted)
      const others = routerOf(wanted).neighbors?.filter(({ address }) => address !== neighbors.subject) ?? []
      const now = { ...rest, ebgpMultiHop: true, sourceaddress: node, holdTime: '30s', keepaliveTime: '10s' }
      routerOf(wanted).neighbors = [...others, now]
    },
    atPeer: atPeer(`no neighbor ${node} password`, `no neighbor ${node} bfd`),
  },
  {
    kind: 'both families for one neighbor, one for another',
    make(wanted) {
      subjectOf(wanted).dualStackAddressFamily = true
      neighborOf(wanted, neighbors.unnumbered).disableMP = true
    },
  },
  {
    kind: 'raw: a peer-group with two members',
    make: (wanted) =>
      (wanted.raw += `router bgp 65001\n neighbor rack peer-group\n neighbor rack remote-as 64999\n${newcomers.map((name) => ` neighbor ${name} peer-group rack\n`).join('')}exit\n`),
  },
  {
    kind: 'raw: another timer for the peer-group, and a filter',
    make: (wanted) =>
      (wanted.raw +=
        'router bgp 65001\n neighbor rack timers 20 60\n address-family ipv4 unicast\n  neighbor rack activate\n  neighbor rack route-map none in\n exit-address-family\nexit\nroute-map none deny 1\nexit\n'),
  },
  {
    kind: 'members of a raw peer-group become neighbors of an object',
    make(wanted, original) {
      wanted.raw = original.raw
      routerOf(wanted).neighbors?.push(...newcomers.map((address) => ({ address, asn: 64_999 })))
    },
    down: newcomers,
  },
  {
    kind: 'router id and asn change together, a prefix comes',
    make(wanted) {
      Object.assign(routerOf(wanted), { id: '10.255.0.77', asn: 65_003 })
      prefixesOf(routerOf(wanted)).push('10.200.9.0/24')
    },
    down: [...inside, ...newcomers],
  },
  { kind: 'and back, and all the rest with it', make: (wanted, original) => void Object.assign(wanted, original) },
]

/** Likewise, with the router of a VRF. */
export const vrfCombinations: readonly Change[] = [
  {
    kind: 'a neighbor moves from a VRF to the default one',
    make(wanted) {
      const moved = neighborOf(wanted, neighbors.vrf)
      for (const router of wanted.routers) router.neighbors = router.neighbors?.filter((each) => each !== moved) ?? []
      routerOf(wanted).neighbors?.push(moved)
    },
    down: [neighbors.vrf],
  },
  {
    kind: 'and back, a prefix with it',
    make(wanted, original) {
      Object.assign(wanted, original)
      const [main, red] = wanted.routers
      if (main?.prefixes !== undefined && red !== undefined)
        red.prefixes = [...main.prefixes.splice(2, 1), '10.9.0.0/24']
    },
  },
  {
    kind: 'both routers change asn and router id',
    make({ routers }) {
      for (const [i, router] of routers.entries()) Object.assign(router, { asn: 65_003, id: `10.255.0.${60 + i}` })
    },
    down: inside,
  },
  {
    kind: 'the VRF goes while the default router is as before',
    make: (wanted, original) => (wanted.routers = original.routers.slice(0, 1)),
  },
  {
    kind: 'it comes back with imports both ways',
    make(wanted, original) {
      wanted.routers = original.routers
      const [main, red] = wanted.routers
      if (main !== undefined && red?.vrf !== undefined) main.imports = [{ vrf: red.vrf }]
      if (red !== undefined) red.imports = [{ vrf: 'default' }]
    },
    // It is told what is imported as well.
    down: [neighbors.vrf],
  },
  {
    kind: 'the imports go with another asn of the default router',
    make(wanted) {
      for (const router of wanted.routers) delete router.imports
      routerOf(wanted).asn = 65_003
    },
    down: inside,
  },
  { kind: 'the asn as before', make: (wanted) => (routerOf(wanted).asn = asn) },
]

/** Of these, the ones that give the default router another AS after routes have been shared with a VRF. */
export const anotherAsAfterImports: ReadonlySet<string> = new Set([
  'both routers change asn and router id',
  'the imports go with another asn of the default router',
  'the asn as before',
])
