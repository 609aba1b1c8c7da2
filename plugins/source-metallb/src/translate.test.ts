import type { SourceObject } from '@frrkit/model'
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
  specOf,
  translated,
  usual,
  words,
} from '../test/objects.ts'
import { createTranslate } from './translate.ts'

test('the example of the overview: BGPPeer blogpeer on node blognode, and a service', () => {
  const objects = [
    aNode({}, {}, 'blognode'),
    aPeer({ myASN: 64_512, peerASN: 64_512, peerAddress: '172.18.0.5' }, 'blogpeer'),
    aPool(['192.168.10.0/24']),
    anAdvertisement(),
    aService({ ips: ['192.168.10.100'] }),
    aSlice(),
  ]
  const { documents, problems } = createTranslate()({ objects, secrets: [], node: 'blognode' })
  expect(problems).toEqual([])
  expect(documents.map(({ body }) => body)).toEqual([
    {
      apiVersion: 'frrk8s.metallb.io/v1beta1',
      kind: 'FRRConfiguration',
      metadata: { name: 'metallb-blognode', namespace: 'metallb-system' },
      spec: {
        bgp: {
          routers: [
            {
              asn: 64_512,
              neighbors: [
                {
                  address: '172.18.0.5',
                  asn: 64_512,
                  port: 179,
                  toAdvertise: { allowed: { mode: 'filtered', prefixes: ['192.168.10.100/32'] } },
                },
              ],
              prefixes: ['192.168.10.100/32'],
            },
          ],
          bfdProfiles: [],
        },
        nodeSelector: { matchLabels: { 'kubernetes.io/hostname': 'blognode' } },
      },
    },
  ])
})

test('every field of a peer reaches its neighbor', () => {
  const peer = aPeer({
    peerASN: 0,
    dynamicASN: 'external',
    localASN: 64_999,
    peerAddress: '::ffff:192.0.2.9',
    sourceAddress: '192.0.2.8',
    peerPort: 1179,
    holdTime: '30s',
    keepaliveTime: '10s',
    connectTime: '20s',
    bfdProfile: 'fast',
    enableGracefulRestart: true,
    ebgpMultiHop: true,
    disableMP: true,
    dualStackAddressFamily: true,
    routerID: '192.0.2.254',
    vrf: 'red',
  })
  const fast = aMetallb('BFDProfile', 'fast', { receiveInterval: 100, minimumTtl: 250, passiveMode: true })
  const { bgp } = specOf(instead(peer, fast, aMetallb('BFDProfile', 'unused', {})))
  expect(bgp).toEqual({
    routers: [
      {
        asn: 64_500,
        id: '192.0.2.254',
        vrf: 'red',
        neighbors: [
          {
            dynamicASN: 'external',
            localASN: 64_999,
            address: '192.0.2.9',
            sourceaddress: '192.0.2.8',
            port: 1179,
            holdTime: '30s',
            keepaliveTime: '10s',
            connectTime: '20s',
            bfdProfile: 'fast',
            enableGracefulRestart: true,
            ebgpMultiHop: true,
            disableMP: true,
            dualStackAddressFamily: true,
            toAdvertise: { allowed: { mode: 'filtered', prefixes: ['198.51.100.7/32'] } },
          },
        ],
        prefixes: ['198.51.100.7/32'],
      },
    ],
    bfdProfiles: [
      { name: 'fast', receiveInterval: 100, minimumTtl: 250, passiveMode: true, echoMode: false },
      { name: 'unused', echoMode: false, passiveMode: false },
    ],
  })
})

test('each value says who wrote it', () => {
  const spec = { localPref: 100, communities: ['64500:1', 'internet'] }
  const names = aMetallb('Community', 'names', { communities: [{ name: 'internet', value: '64500:2' }] })
  const peer = aPeer({ holdTime: '9s', routerID: '1.1.1.1' })
  const [document] = translated(instead(anAdvertisement(spec), names, peer)).documents
  const said = Object.entries(document?.origins ?? {}).map(([path, written]) => {
    const origins = [written].flat().map(({ object: { kind, name }, path: at }) => `${kind} ${name} ${at}`)
    return `${path.replace('spec.bgp.routers[0]', '…').replace('neighbors[0]', 'n')}: ${origins.join(', ')}`
  })
  expect(said).toEqual(
    expect.arrayContaining([
      'spec.nodeSelector: Node worker-1 metadata.labels',
      '….asn: BGPPeer tor spec.myASN',
      '….id: BGPPeer tor spec.routerID',
      '….prefixes: Service web status.loadBalancer.ingress[0].ip',
      '….n: BGPPeer tor spec',
      '….n.asn: BGPPeer tor spec.peerASN',
      '….n.address: BGPPeer tor spec.peerAddress',
      '….n.holdTime: BGPPeer tor spec.holdTime',
      '….n.keepaliveTime: BGPPeer tor spec.holdTime',
      '….n.toAdvertise.allowed.prefixes: Service web status.loadBalancer.ingress[0].ip',
      '….n.toAdvertise.withLocalPref[0]: BGPAdvertisement all spec.localPref',
      '….n.toAdvertise.withCommunity[0]: BGPAdvertisement all spec.communities[0]',
      '….n.toAdvertise.withCommunity[1]: BGPAdvertisement all spec.communities[1]',
    ]),
  )
})

const dated = (source: SourceObject, created: string) => ({ ...source, object: { ...source.object, created } })

test('the document is as old as the oldest peer', () => {
  const peers = [
    dated(aPeer({}, 'a'), '2026-02-01T00:00:00Z'),
    dated(aPeer({ peerAddress: '192.0.2.2' }, 'b'), '2026-01-01T00:00:00Z'),
  ]
  expect(translated(instead(...peers)).documents[0]?.object.created).toBe('2026-01-01T00:00:00Z')
})

const elsewhere = (kind: string) => {
  const source = aMetallb(kind, 'x', {})
  const object = { ...source.object, namespace: 'default' }
  return { ...source, object, body: { ...(source.body as object), metadata: { name: 'x', namespace: 'default' } } }
}

test.each([
  { case: 'no peers and no BFD profiles', objects: [aNode(), anAdvertisement(), aPool()], documents: 0 },
  { case: 'a BFD profile and no peers', objects: [aNode(), aMetallb('BFDProfile', 'fast', {})], documents: 1 },
  {
    case: 'a peer of other nodes',
    objects: [aNode(), aPeer({ nodeSelectors: [{ matchLabels: { a: 'b' } }] })],
    documents: 0,
  },
  { case: 'a mistake', objects: [aNode(), aPeer({ myASN: 0 })], documents: 0 },
])('$case: $documents documents', ({ objects, documents }) => {
  expect(translated(objects).documents).toHaveLength(documents)
})

test('objects of another namespace count for nothing, and are a warning; those of none are taken for ours', () => {
  const bare = {
    ...aPeer(),
    body: { metadata: { name: 'tor' }, spec: { myASN: 64_500, peerASN: 1, peerAddress: '192.0.2.1' } },
  }
  const given = instead(bare, elsewhere('BFDProfile'))
  expect(specOf(given).bgp.bfdProfiles).toEqual([])
  expect(words(given)).toEqual([
    `warning: BFDProfile default/x: metadata.namespace: MetalLB's objects are read in the namespace metallb-system only, so this one counts for nothing [metallb/namespace]
  default  BFDProfile default/x  metadata.namespace
help: move it to metallb-system, or name its namespace in the option metallbNamespace of source-metallb`,
  ])
})

test.each([
  { case: 'of which there is no object', nodes: [], says: 'there is no such node' },
  {
    case: 'without the label',
    nodes: [{ ...aNode(), body: { metadata: { name: 'worker-1' } } }],
    says: 'no label to select it by',
  },
])('a node $case is refused', ({ nodes, says }) => {
  const rest = usual.filter(({ object }) => object.kind !== 'Node')
  expect(words([...nodes, ...rest])).toEqual([
    expect.stringMatching(new RegExp(`^Node worker-1: .*${says}.*\\[metallb/node]`)),
  ])
})
