import { expect, test } from 'vitest'
import {
  aMetallb,
  aNode,
  anAdvertisement,
  aPeer,
  aPool,
  aService,
  aSlice,
  instead,
  neighborOf,
  specOf,
  translated,
  words,
} from '../test/objects.ts'

// Where MetalLB's speaker is wrong, and this is on purpose another.

test('sourceAddress and localASN reach the neighbor', () => {
  const peer = aPeer({ sourceAddress: 'FC00:0::9', localASN: 64_999 })
  expect(neighborOf(instead(peer))).toMatchObject({ sourceaddress: 'fc00::9', localASN: 64_999 })
})

test('the node is selected by its label, which is not always its name', () => {
  const node = aNode({ 'kubernetes.io/hostname': 'ip-10-0-0-1' })
  expect(specOf(instead(node)).nodeSelector).toEqual({ matchLabels: { 'kubernetes.io/hostname': 'ip-10-0-0-1' } })
})

const preferred = (name: string, localPref: number) =>
  anAdvertisement({ localPref, serviceSelectors: [{ matchLabels: { app: name } }] }, name)
const sharing = instead(
  preferred('web', 100),
  preferred('dns', 200),
  aService({ labels: { app: 'web' } }),
  aService({ labels: { app: 'dns' } }, 'dns'),
  aService({ labels: { app: 'dns' }, ips: ['198.51.100.8'] }, 'mail'),
  aSlice(),
  aSlice([{}], { service: 'dns' }),
  aSlice([{}], { service: 'mail' }),
)

test('one prefix with two local preferences is withheld, the rest is advertised', () => {
  expect(specOf(sharing).bgp.routers[0]?.prefixes).toEqual(['198.51.100.8/32'])
  expect(neighborOf(sharing).toAdvertise).toEqual({
    allowed: { mode: 'filtered', prefixes: ['198.51.100.8/32'] },
    withLocalPref: [{ localPref: 200, prefixes: ['198.51.100.8/32'] }],
  })
  expect(words(sharing)).toEqual([
    `warning: prefix 198.51.100.7/32: localPref: different local preferences for one prefix, so it is not advertised to tor [metallb/withheld]
  200  BGPAdvertisement metallb-system/dns  spec.localPref
  100  BGPAdvertisement metallb-system/web  spec.localPref
  200  Service default/dns                  status.loadBalancer.ingress[0].ip
  100  Service default/web                  status.loadBalancer.ingress[0].ip
help: let all advertisements of the prefix ask for the same local preference, or aggregate to different lengths`,
  ])
  const heard = translated(sharing).announcements.map(({ service, peers }) => `${service.name}: ${peers.join()}`)
  expect(heard).toEqual(['dns: ', 'mail: tor', 'web: '])
})

test('so is an aggregate that two pools make', () => {
  const objects = instead(
    aPool(['198.51.100.0-198.51.100.200'], 'low'),
    aPool(['198.51.100.201-198.51.101.255'], 'high'),
    anAdvertisement({ ipAddressPools: ['low'], aggregationLength: 25, localPref: 100 }, 'low'),
    anAdvertisement({ ipAddressPools: ['high'], aggregationLength: 25, localPref: 200 }, 'high'),
    aService({ ips: ['198.51.100.150'] }),
    aService({ ips: ['198.51.100.220'] }, 'dns'),
    aService({ ips: ['198.51.101.1'] }, 'mail'),
    ...['web', 'dns', 'mail'].map((service) => aSlice([{}], { service })),
  )
  expect(neighborOf(objects).toAdvertise.allowed.prefixes).toEqual(['198.51.101.0/25'])
  expect(words(objects)).toEqual([expect.stringMatching(/^warning: prefix 198.51.100.128\/25: .*\[metallb\/withheld]/)])
})

test('a conflict that only some peers see withholds the prefix from these', () => {
  const objects = instead(
    anAdvertisement({ localPref: 100, peers: ['tor'], serviceSelectors: [{ matchLabels: { app: 'web' } }] }, 'web'),
    anAdvertisement({ localPref: 200, serviceSelectors: [{ matchLabels: { app: 'dns' } }] }, 'dns'),
    aPeer(),
    aPeer({ peerAddress: '192.0.2.2' }, 'spine'),
    aService({ labels: { app: 'web' } }),
    aService({ labels: { app: 'dns' } }, 'dns'),
    aSlice(),
    aSlice([{}], { service: 'dns' }),
  )
  const told = specOf(objects).bgp.routers.flatMap(({ neighbors }) =>
    neighbors.map(({ address, toAdvertise }) => `${String(address)}: ${toAdvertise.allowed.prefixes.join()}`),
  )
  expect(told).toEqual(['192.0.2.1: ', '192.0.2.2: 198.51.100.7/32'])
  expect(words(objects)).toEqual([expect.stringContaining('so it is not advertised to tor [metallb/withheld]')])
})

test('a router id is asked for by VRF, and peers without one agree with those that have it', () => {
  const peers = [
    aPeer({ routerID: '1.1.1.1' }, 'a'),
    aPeer({ peerAddress: '192.0.2.2' }, 'b'),
    aPeer({ peerAddress: '192.0.2.3', vrf: 'red', routerID: '1.1.1.2' }, 'c'),
  ]
  const ids = specOf(instead(...peers)).bgp.routers.map(({ vrf, id, neighbors }) => [vrf, id, neighbors.length])
  expect(ids).toEqual([
    [undefined, '1.1.1.1', 2],
    ['red', '1.1.1.2', 1],
  ])
})

test.each(['fc00::1', '::ffff:1.1.1.1'])('%s is no router id', (routerID) => {
  expect(words(instead(aPeer({ routerID })))).toEqual([expect.stringContaining('not a router id [metallb/router-id]')])
})

test('v1beta1: timers that are not set stay unset, and port 0 is the usual one', () => {
  const spec = { myASN: 64_500, peerASN: 64_512, peerAddress: '192.0.2.1', peerPort: 0 }
  expect(neighborOf(instead(aMetallb('BGPPeer', 'old', spec)))).toEqual({
    address: '192.0.2.1',
    asn: 64_512,
    port: 179,
    toAdvertise: { allowed: { mode: 'filtered', prefixes: ['198.51.100.7/32'] } },
  })
})

test('a field of v1beta2 in an object of v1beta1 is none', () => {
  const spec = { myASN: 64_500, peerASN: 64_512, peerAddress: '192.0.2.1', vrf: 'red' }
  const said = words(instead(aMetallb('BGPPeer', 'old', spec)))
  expect(said).toEqual([expect.stringContaining('spec.vrf: no such field [document/unknown-field]')])
})

test.each([
  { written: { holdTime: '10s' }, timers: { holdTime: '10s', keepaliveTime: '3s' } },
  { written: { keepaliveTime: '1500ms' }, timers: { holdTime: '4s', keepaliveTime: '1500ms' } },
  { written: { holdTime: '0s' }, timers: { holdTime: '0s', keepaliveTime: '0s' } },
  { written: { holdTime: '1m30s', keepaliveTime: '10s' }, timers: { holdTime: '1m30s', keepaliveTime: '10s' } },
])('$written means $timers', ({ written, timers }) => {
  const { holdTime, keepaliveTime } = neighborOf(instead(aPeer(written)))
  expect({ holdTime, keepaliveTime }).toEqual(timers)
})

const dual = aService({ ips: ['198.51.100.7', '2001:db8:1::7'] })
const bothFamilies = aPeer({ dualStackAddressFamily: true })

test.each([
  { case: 'IPv4 only', slices: [aSlice()], prefixes: ['198.51.100.7/32'] },
  { case: 'IPv6 only', slices: [aSlice([{}], { addressType: 'IPv6' })], prefixes: ['2001:db8:1::7/128'] },
  {
    case: 'both',
    slices: [aSlice(), aSlice([{}], { addressType: 'IPv6' })],
    prefixes: ['198.51.100.7/32', '2001:db8:1::7/128'],
  },
])('a service of both families with endpoints of $case: $prefixes', ({ slices, prefixes }) => {
  expect(neighborOf(instead(dual, bothFamilies, ...slices)).toAdvertise.allowed.prefixes).toEqual(prefixes)
})

test('with Local, the endpoint here has to be of the family', () => {
  const service = aService({ ips: ['198.51.100.7', '2001:db8:1::7'], spec: { externalTrafficPolicy: 'Local' } })
  const slices = [aSlice(), aSlice([{ nodeName: 'worker-2' }], { addressType: 'IPv6' })]
  const objects = instead(service, bothFamilies, ...slices)
  expect(neighborOf(objects).toAdvertise.allowed.prefixes).toEqual(['198.51.100.7/32'])
})

test('a peer hears of a service only over a session of its family', () => {
  const six = instead(aService({ ips: ['2001:db8:1::7'] }), aSlice([{}], { addressType: 'IPv6' }))
  expect(translated(six).announcements.map(({ peers }) => peers)).toEqual([[]])
})

test.each([
  { case: 'ebgpMultiHop', spec: { ebgpMultiHop: true } },
  { case: 'localASN', spec: { localASN: 64_999 } },
])('$case of a peer of the same AS, whichever that is, is refused', ({ case: field, spec }) => {
  const said = words(instead(aPeer({ peerASN: 0, dynamicASN: 'internal', ...spec })))
  expect(said).toEqual([expect.stringContaining(`spec.${field}: this is an iBGP session, both ends are of one AS`)])
})

test('too many communities silence the services that they are for, and no others', () => {
  const communities = Array.from({ length: 64 }, (_, i) => `64500:${i}`)
  const objects = instead(
    anAdvertisement({ communities, serviceSelectors: [{ matchLabels: { app: 'web' } }] }, 'many'),
    anAdvertisement({ serviceSelectors: [{ matchLabels: { app: 'dns' } }] }, 'few'),
    aService({ labels: { app: 'web' } }),
    aService({ labels: { app: 'dns' }, ips: ['198.51.100.8'] }, 'dns'),
    aSlice(),
    aSlice([{}], { service: 'dns' }),
  )
  const { announcements, silences } = translated(objects)
  expect(announcements.map(({ service }) => service.name)).toEqual(['dns'])
  expect(silences.map(({ reason }) => reason)).toEqual(['tooManyCommunities'])
  expect(words(objects)).toEqual([
    `warning: BGPAdvertisement metallb-system/many: spec.communities: more than 63 communities, so services that it is for are not announced [metallb/too-many-communities]
  64  BGPAdvertisement metallb-system/many  spec.communities
help: name at most 63`,
  ])
})

test('63 communities are enough for anybody', () => {
  const communities = Array.from({ length: 63 }, (_, i) => `64500:${i}`)
  expect(neighborOf(instead(anAdvertisement({ communities }))).toAdvertise.withCommunity).toHaveLength(63)
})

test('what was meant for the FRR inside of the speaker is refused, with the place it belongs to', () => {
  const extras = { ...aMetallb('ConfigMap', 'bgpextras', {}), apiVersion: 'v1', body: { data: { extras: '! x' } } }
  expect(words(instead(extras))).toEqual([
    `ConfigMap metallb-system/bgpextras: data.extras: raw configuration in this place is not for a shared FRR [metallb/extras]
  set  ConfigMap metallb-system/bgpextras  data.extras
help: move it to spec.raw.rawConfig of an FRRConfiguration`,
  ])
})
