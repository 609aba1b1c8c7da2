import { asn, neighbors, nodeSeenBy } from '../places.ts'
import { type Neighbor, nameOf, neighborOf, type Router, type Wanted } from '../spec.ts'
import { atPeer, type Change, onSubject, prefixesOf, routerOf } from './change.ts'

const node = nodeSeenBy[neighbors.subject] ?? ''

function remove(kind: string, name: string): Change {
  return {
    kind,
    make({ routers }) {
      for (const router of routers) router.neighbors = neighborsOf(router).filter((each) => nameOf(each) !== name)
    },
  }
}

function add(kind: string, name: string): Change {
  return { kind, make: (wanted, original) => neighborsOf(routerOf(wanted)).push(neighborOf(original, name)) }
}

function neighborsOf(router: Router): Neighbor[] {
  router.neighbors ??= []
  return router.neighbors
}

const profileOf = ({ bfdProfiles: [profile] }: Wanted) => {
  if (profile === undefined) throw new Error('BUG: no BFD profile')
  return profile
}
const onProfile = (kind: string, set: (profile: ReturnType<typeof profileOf>) => void): Change => ({
  kind,
  make: (wanted) => set(profileOf(wanted)),
})

export const neighborChanges: readonly Change[] = [
  remove('neighbor removed (IPv6)', neighbors.ipv6),
  add('neighbor added (IPv6)', neighbors.ipv6),
  remove('neighbor removed (unnumbered)', neighbors.unnumbered),
  add('neighbor added (unnumbered)', neighbors.unnumbered),
  remove('neighbor removed (multihop)', neighbors.multihop),
  add('neighbor added (multihop)', neighbors.multihop),
  remove('neighbor removed (password)', neighbors.password),
  add('neighbor added (password)', neighbors.password),
  remove('neighbor removed (BFD)', neighbors.bfd),
  add('neighbor added (BFD)', neighbors.bfd),
  remove('neighbor removed (iBGP)', neighbors.ibgp),
  add('neighbor added (iBGP)', neighbors.ibgp),
]

export const bfdChanges: readonly Change[] = [
  { kind: 'BFD profile added, not used', make: ({ bfdProfiles }) => bfdProfiles.push({ name: 'spare' }) },
  {
    kind: 'BFD profile changed, not used',
    make: ({ bfdProfiles }) => Object.assign(bfdProfiles[1] ?? {}, { detectMultiplier: 9 }),
  },
  // Namespaces do not send echoes back, so that a session in use would end.
  {
    kind: 'BFD profile changed, not used: echoMode',
    make: ({ bfdProfiles }) => Object.assign(bfdProfiles[1] ?? {}, { echoMode: true }),
  },
  // Before a neighbor gets it.
  {
    kind: 'BFD profile changed, not used: echoMode removed',
    make: ({ bfdProfiles }) => delete bfdProfiles[1]?.echoMode,
  },
  onProfile('BFD profile in use: receiveInterval changed', (profile) => (profile.receiveInterval = 400)),
  onProfile('BFD profile in use: transmitInterval changed', (profile) => (profile.transmitInterval = 400)),
  onProfile('BFD profile in use: detectMultiplier changed', (profile) => (profile.detectMultiplier = 7)),
  onProfile('BFD profile in use: minimumTtl added', (profile) => (profile.minimumTtl = 250)),
  onProfile('BFD profile in use: echoInterval added', (profile) => (profile.echoInterval = 100)),
  onProfile('BFD profile in use: passiveMode added', (profile) => (profile.passiveMode = true)),
  onProfile('BFD profile in use: all but intervals removed', (profile) => {
    delete profile.minimumTtl
    delete profile.echoInterval
    delete profile.passiveMode
  }),
  onSubject('bfdProfile added to a neighbor', (n) => (n.bfdProfile = 'steady'), {
    atPeer: atPeer(`neighbor ${node} bfd`),
  }),
  onSubject('bfdProfile of a neighbor changed', (n) => (n.bfdProfile = 'spare')),
  onSubject('bfdProfile removed from a neighbor', (n) => delete n.bfdProfile, {
    atPeer: atPeer(`no neighbor ${node} bfd`),
  }),
  { kind: 'BFD profile removed, not used', make: ({ bfdProfiles }) => bfdProfiles.pop() },
]

const vrfOf = ({ routers }: Wanted): Router => {
  const found = routers.find(({ vrf }) => vrf !== undefined)
  if (found === undefined) throw new Error('BUG: no router of a VRF')
  return found
}

/** The router of another VRF, which nobody speaks to. */
const tenantOf = ({ routers }: Wanted): Router => {
  const found = routers.at(-1)
  if (found?.vrf !== 'blue') throw new Error('BUG: no router of a tenant')
  return found
}
const l3 = (vni: number, of?: string): NonNullable<Router['evpn']> => ({
  l3vni: {
    vni,
    advertisePrefixes: ['unicast'],
    ...(of !== undefined && { rd: `65001:${of}`, importRTs: [`65001:${of}`], exportRTs: [`65001:${of}`] }),
  },
})

/** For whom another AS of ours is another AS than theirs. */
const inside = [neighbors.ibgp, neighbors.evpn]

export const vrfChanges: readonly Change[] = [
  { kind: 'VRF: a prefix added', make: (wanted) => prefixesOf(vrfOf(wanted)).push('10.9.1.0/24') },
  { kind: 'VRF: a prefix removed', make: (wanted) => prefixesOf(vrfOf(wanted)).pop() },
  {
    kind: 'VRF: holdTime of a neighbor added',
    make: (wanted) => Object.assign(neighborOf(wanted, neighbors.vrf), { holdTime: '90s', keepaliveTime: '30s' }),
  },
  { kind: 'VRF: router id changed', make: (wanted) => (vrfOf(wanted).id = '10.255.0.10') },
  { kind: 'VRF: router id removed', make: (wanted) => delete vrfOf(wanted).id },
  { kind: 'VRF: router id added', make: (wanted) => (vrfOf(wanted).id = '10.255.0.10') },
  {
    kind: 'l3vni with advertisePrefixes: a vrf with one added',
    make: ({ routers }) => routers.push({ asn, vrf: 'blue', evpn: l3(7001) }),
  },
  { kind: 'l3vni: rd, importRTs and exportRTs added', make: (wanted) => (tenantOf(wanted).evpn = l3(7001, '1')) },
  { kind: 'l3vni: rd, importRTs and exportRTs changed', make: (wanted) => (tenantOf(wanted).evpn = l3(7001, '2')) },
  { kind: 'l3vni: vni changed', make: (wanted) => (tenantOf(wanted).evpn = l3(7002, '2')) },
  { kind: 'l3vni: a prefix added', make: (wanted) => (tenantOf(wanted).prefixes = ['10.77.0.0/24']) },
  { kind: 'l3vni: the vrf with it removed', make: (wanted) => void wanted.routers.pop() },
  { kind: 'VRF: asn changed', make: (wanted) => (vrfOf(wanted).asn = 65_011) },
  { kind: 'VRF beside: asn changed', make: (wanted) => (routerOf(wanted).asn = 65_003), down: inside },
  { kind: 'VRF beside: asn changed back', make: (wanted) => (routerOf(wanted).asn = asn) },
  { kind: 'imports added', make: (wanted) => (routerOf(wanted).imports = [{ vrf: vrfOf(wanted).vrf ?? '' }]) },
  { kind: 'imports removed', make: (wanted) => delete routerOf(wanted).imports },
  {
    kind: 'VRF: router removed',
    make: (wanted) => (wanted.routers = wanted.routers.filter(({ vrf }) => vrf === undefined)),
  },
  { kind: 'VRF: router added', make: (wanted, original) => wanted.routers.push(vrfOf(original)) },
]

export const routerChanges: readonly Change[] = [
  { kind: 'EVPN: advertiseVNIs added', make: (wanted) => (routerOf(wanted).evpn = { advertiseVNIs: 'All' }) },
  {
    kind: 'EVPN: l2vnis, a vni added',
    make: (wanted) => Object.assign(routerOf(wanted).evpn ?? {}, { l2vnis: [{ vni: 100, rd: '65001:100' }] }),
  },
  {
    kind: 'EVPN: l2vnis, rd, importRTs and exportRTs changed',
    make: (wanted) =>
      Object.assign(routerOf(wanted).evpn?.l2vnis?.[0] ?? {}, {
        rd: '65001:101',
        importRTs: ['65001:1'],
        exportRTs: ['65001:1'],
      }),
  },
  {
    kind: 'addressFamilies: evpn added',
    make: (wanted) => (neighborOf(wanted, neighbors.ibgp).addressFamilies = ['unicast', 'evpn']),
  },
  {
    kind: 'addressFamilies: evpn removed',
    make: (wanted) => delete neighborOf(wanted, neighbors.ibgp).addressFamilies,
  },
  {
    kind: 'EVPN: advertiseSVI added',
    make: (wanted) => Object.assign(routerOf(wanted).evpn ?? {}, { advertiseSVI: true }),
  },
  { kind: 'EVPN: l2vnis removed', make: (wanted) => delete routerOf(wanted).evpn?.l2vnis },
  { kind: 'EVPN removed', make: (wanted) => delete routerOf(wanted).evpn },
  { kind: 'log level changed', make: (wanted) => (wanted.logLevel = 'debug') },
  {
    kind: 'raw: a community list and a route-map entry added',
    make: (wanted) =>
      (wanted.raw += `bgp community-list standard keep seq 5 permit 65001:1\nroute-map ${neighbors.subject}-out permit 4000\n match ip address prefix-list ${neighbors.subject}-allowed-ipv4\n set metric 5\nexit\n`),
  },
  {
    kind: 'raw: the route-map entry changed',
    make: (wanted) => (wanted.raw = wanted.raw.replace('metric 5', 'metric 6')),
  },
  {
    kind: 'raw: a description and a limit added to a neighbor',
    make: (wanted) =>
      (wanted.raw += `router bgp 65001\n neighbor ${neighbors.subject} description rack one\n address-family ipv4 unicast\n  neighbor ${neighbors.subject} maximum-prefix 1000\n exit-address-family\nexit\n`),
  },
  { kind: 'raw removed', make: (wanted) => (wanted.raw = wanted.raw.split('\n').slice(0, 1).join('\n').concat('\n')) },
  { kind: 'router id changed', make: (wanted) => (routerOf(wanted).id = '10.255.0.11') },
  { kind: 'router: asn changed', make: (wanted) => (routerOf(wanted).asn = 65_003), down: inside },
  { kind: 'router: asn changed back', make: (wanted) => (routerOf(wanted).asn = asn) },
  { kind: 'nothing changed', make: () => {} },
]
