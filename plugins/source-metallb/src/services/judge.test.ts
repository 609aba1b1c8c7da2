import type { SourceObject } from '@frrkit/model'
import { expect, test } from 'vitest'
import { aNode, anAdvertisement, aPool, aService, aSlice, instead, translated, words } from '../../test/objects.ts'
import type { MetallbOptions } from '../options.ts'
import type { Reason } from './verdict.ts'

type Row = {
  readonly case: string
  readonly objects: readonly SourceObject[]
  readonly options?: MetallbOptions
  readonly reason: Reason | 'announced' | 'ignored'
}

const local = { spec: { externalTrafficPolicy: 'Local' } }
const gone = { ready: false, serving: false, terminating: true }
const excluded = aNode({ 'node.kubernetes.io/exclude-from-external-load-balancers': '' })
const unavailable = (status: string) => aNode({}, { conditions: [{ type: 'NetworkUnavailable', status }] })
const gold = { serviceSelectors: [{ matchLabels: { tier: 'gold' } }] }

test.each<Row>([
  { case: 'one like any other', objects: [], reason: 'announced' },
  { case: 'a ClusterIP', objects: [aService({ spec: { type: 'ClusterIP' } })], reason: 'notLoadBalancer' },
  { case: 'one without an address', objects: [aService({ ips: [] })], reason: 'noIPAllocated' },
  {
    case: 'one with a hostname',
    objects: [aService({ ingress: [{ hostname: 'lb.example.org' }] })],
    reason: 'invalidIP',
  },
  {
    case: 'one with a hostname beside an address',
    objects: [aService({ ingress: [{ ip: '198.51.100.7' }, { hostname: 'lb.example.org' }] })],
    reason: 'invalidIP',
  },
  { case: 'an address of no pool', objects: [aService({ ips: ['203.0.113.1'] })], reason: 'ipNotAllowed' },
  {
    case: 'addresses of two pools',
    objects: [aService({ ips: ['198.51.100.7', '203.0.113.1'] }), aPool(), aPool(['203.0.113.0/24'], 'other')],
    reason: 'ipNotAllowed',
  },
  { case: 'a pool that nothing advertises', objects: [anAdvertisement({ ipAddressPools: ['x'] })], reason: 'notOwner' },
  {
    case: 'a pool that is advertised from other nodes',
    objects: [anAdvertisement({ nodeSelectors: [{ matchLabels: { rack: 'r2' } }] })],
    reason: 'notOwner',
  },
  { case: 'one that no advertisement chooses', objects: [anAdvertisement(gold)], reason: 'noMatchingAdvertisement' },
  {
    case: 'one that one chooses',
    objects: [anAdvertisement(gold), aService({ labels: { tier: 'gold' } })],
    reason: 'announced',
  },
  {
    case: 'advertisements that contradict each other',
    objects: [
      anAdvertisement({ ...gold, localPref: 1 }, 'a'),
      anAdvertisement({ localPref: 2 }, 'b'),
      aService({ labels: { tier: 'gold' } }),
    ],
    reason: 'conflictingAdvertisements',
  },
  { case: 'a node that the cloud has no routes to', objects: [unavailable('True')], reason: 'nodeNetworkUnavailable' },
  { case: 'a node of which the cloud does not know', objects: [unavailable('Unknown')], reason: 'announced' },
  { case: 'a node that is to take no traffic', objects: [excluded], reason: 'nodeLabeledExcludeBalancers' },
  { case: 'the same, passed over', objects: [excluded], options: { ignoreExcludeLB: true }, reason: 'announced' },
  { case: 'no endpoints', objects: [aSlice([])], reason: 'noEndpoints' },
  { case: 'only endpoints that are gone', objects: [aSlice([{ conditions: gone }])], reason: 'noEndpoints' },
  { case: 'an endpoint without addresses', objects: [aSlice([{ addresses: [] }])], reason: 'noEndpoints' },
  { case: 'an endpoint of which nothing is known', objects: [aSlice([{ conditions: {} }])], reason: 'announced' },
  {
    case: 'an endpoint that ends and still serves',
    objects: [aSlice([{ conditions: { ready: false, serving: true, terminating: true } }])],
    reason: 'announced',
  },
  { case: 'endpoints of another service', objects: [aSlice([{}], { service: 'other' })], reason: 'noEndpoints' },
  { case: 'endpoints elsewhere', objects: [aSlice([{ nodeName: 'worker-2' }])], reason: 'announced' },
  { case: 'Local, endpoints here', objects: [aService(local)], reason: 'announced' },
  {
    case: 'Local, endpoints elsewhere',
    objects: [aService(local), aSlice([{ nodeName: 'worker-2' }])],
    reason: 'noLocalEndpoints',
  },
  {
    case: 'a class that is not ours',
    objects: [aService({ spec: { loadBalancerClass: 'other/lb' } })],
    reason: 'ignored',
  },
  { case: 'an empty class', objects: [aService({ spec: { loadBalancerClass: '' } })], reason: 'announced' },
  {
    case: 'no class where we have one',
    objects: [],
    options: { loadBalancerClass: 'metallb.io/bgp' },
    reason: 'ignored',
  },
  {
    case: 'our class',
    objects: [aService({ spec: { loadBalancerClass: 'metallb.io/bgp' } })],
    options: { loadBalancerClass: 'metallb.io/bgp' },
    reason: 'announced',
  },
])('$case: $reason', ({ objects, options, reason }) => {
  const { announcements, silences, problems } = translated(instead(...objects), options)
  expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
    reason === 'conflictingAdvertisements' ? ['warning metallb/local-pref'] : [],
  )
  const told = [...announcements.map(() => 'announced'), ...silences.map((silence) => silence.reason)]
  expect(told).toEqual(reason === 'ignored' ? [] : [reason])
})

test('advertisements that contradict each other for a service are told', () => {
  const objects = instead(
    anAdvertisement({ ...gold, localPref: 100 }, 'gold'),
    anAdvertisement({}, 'all'),
    aService({ labels: { tier: 'gold', app: 'web' } }),
  )
  expect(words(objects)).toEqual([
    `warning: Service default/web: metadata.labels: two advertisements chosen for this service contradict each other, so it is not announced [metallb/local-pref]
  "tier=gold app=web"  Service default/web                   metadata.labels
  none                 BGPAdvertisement metallb-system/all   spec.localPref
  100                  BGPAdvertisement metallb-system/gold  spec.localPref
help: set both to the same value, or let serviceSelectors choose one of them for the service`,
  ])
})

test('an announcement says which addresses which peers hear of', () => {
  expect(translated(instead()).announcements).toEqual([
    {
      service: { kind: 'Service', namespace: 'default', name: 'web' },
      addresses: [{ family: 'ipv4', text: '198.51.100.7' }],
      peers: ['tor'],
    },
  ])
})

test('a service of which no peer hears is announced all the same', () => {
  const { announcements } = translated(instead(anAdvertisement({ peers: ['spine'] })))
  expect(announcements.map(({ peers }) => peers)).toEqual([[]])
})
