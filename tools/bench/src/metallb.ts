import type { SourceObject } from '@frrkit/model'
import { createTranslate } from '@frrkit/source-metallb'
import type { Case } from './cases.ts'

const node = 'worker-1'

/** A first translation of a cluster with so many services, three endpoints each. */
export function translation(services: number): Case {
  return {
    name: `MetalLB, ${services} services × 3 endpoints`,
    prepare: async () => {
      const given = cluster(services)
      // What is remembered hangs on the identity of objects, so each run has objects of its own.
      return () =>
        translated(
          createTranslate(),
          given.map((object) => ({ ...object })),
        )
    },
  }
}

/** The same after one service has got another address. */
export function translationAgain(services: number): Case {
  return {
    name: `MetalLB again, one of ${services} services changed`,
    prepare: async () => {
      const translate = createTranslate()
      let objects = cluster(services)
      const place = objects.findIndex(({ object }) => object.name === 'service-7')
      let round = 0
      translated(translate, objects)
      return () => {
        round++
        objects = objects.with(place, service(7, services + (round % 1000)))
        translated(translate, objects)
      }
    },
  }
}

function translated(translate: ReturnType<typeof createTranslate>, objects: readonly SourceObject[]): void {
  const { documents, problems } = translate({ objects, secrets: [], node })
  if (documents.length !== 1 || problems.length > 0) throw new Error('BUG: the objects of the benchmark are refused')
}

/** Three peers, of which two are told the same, with a local preference and two communities. */
export function cluster(services: number): readonly SourceObject[] {
  const numbers = Array.from({ length: services }, (_, i) => i)
  return [
    kubernetes('v1', 'Node', ['', node], { metadata: { labels: { 'kubernetes.io/hostname': node } } }),
    ...['tor-a', 'tor-b', 'spine'].map((name, i) => peer(name, `192.0.2.${i + 1}`)),
    metallb('IPAddressPool', 'pool', { addresses: ['10.0.0.0/12'] }),
    metallb('BGPAdvertisement', 'tors', {
      peers: ['tor-a', 'tor-b'],
      localPref: 100,
      communities: ['64500:1', '64500:2'],
    }),
    metallb('BGPAdvertisement', 'spine', { peers: ['spine'] }),
    ...numbers.map((i) => service(i, i)),
    ...numbers.map(slice),
  ]
}

export function service(i: number, address: number): SourceObject {
  const ip = `10.${(address >> 16) & 15}.${(address >> 8) & 255}.${address & 255}`
  const status = { loadBalancer: { ingress: [{ ip }] } }
  return kubernetes('v1', 'Service', [namespaceOf(i), `service-${i}`], { spec: { type: 'LoadBalancer' }, status })
}

export function slice(i: number): SourceObject {
  const conditions = { ready: true, serving: true, terminating: false }
  return kubernetes('discovery.k8s.io/v1', 'EndpointSlice', [namespaceOf(i), `service-${i}-x`], {
    metadata: { labels: { 'kubernetes.io/service-name': `service-${i}` } },
    addressType: 'IPv4',
    endpoints: [1, 2, 3].map((n) => ({ addresses: [`172.16.0.${n}`], conditions, nodeName: `worker-${(i + n) % 40}` })),
  })
}

function namespaceOf(i: number): string {
  return `namespace-${i % 50}`
}

function peer(name: string, peerAddress: string): SourceObject {
  return {
    ...metallb('BGPPeer', name, { myASN: 64_500, peerASN: 64_512, peerAddress }),
    apiVersion: 'metallb.io/v1beta2',
  }
}

function metallb(kind: string, name: string, spec: object): SourceObject {
  return kubernetes('metallb.io/v1beta1', kind, ['metallb-system', name], { spec })
}

function kubernetes(
  apiVersion: string,
  kind: string,
  [namespace, name]: readonly [string, string],
  { metadata = {}, ...rest }: { readonly metadata?: object; readonly [field: string]: unknown },
): SourceObject {
  const body = { apiVersion, kind, metadata: { name, namespace, ...metadata }, ...rest }
  return { object: { kind, namespace, name }, apiVersion, body, unknownFields: 'prune' }
}
