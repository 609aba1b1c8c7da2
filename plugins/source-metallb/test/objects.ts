import { formatProblem, type SecretDocument, type SourceObject } from '@frrkit/model'
import type { MetallbOptions } from '../src/options.ts'
import { createTranslate, type MetallbTranslation } from '../src/translate.ts'

type Labels = Readonly<Record<string, string>>

function object(
  apiVersion: string,
  kind: string,
  [namespace, name]: readonly [string, string],
  rest: object,
): SourceObject {
  const { metadata = {}, ...body } = rest as { readonly metadata?: object }
  return {
    object: { kind, namespace, name },
    apiVersion,
    body: { apiVersion, kind, metadata: { name, namespace, ...metadata }, ...body },
    unknownFields: 'refuse',
  }
}

/** One of MetalLB's objects, in its namespace; of version v1beta1. */
export function aMetallb(kind: string, name: string, spec: object, labels: Labels = {}): SourceObject {
  return object('metallb.io/v1beta1', kind, ['metallb-system', name], { metadata: { labels }, spec })
}

/** BGPPeer `tor` at 192.0.2.1, AS 64512; we are AS 64500. */
export function aPeer(spec: object = {}, name = 'tor'): SourceObject {
  const dull = { myASN: 64_500, peerASN: 64_512, peerAddress: '192.0.2.1' }
  return object('metallb.io/v1beta2', 'BGPPeer', ['metallb-system', name], { spec: { ...dull, ...spec } })
}

/** BGPAdvertisement `all`, of everything to everybody. */
export function anAdvertisement(spec: object = {}, name = 'all'): SourceObject {
  return aMetallb('BGPAdvertisement', name, spec)
}

/** IPAddressPool `pool` with 198.51.100.0/24 and 2001:db8:1::/64. */
export function aPool(
  addresses: readonly string[] = ['198.51.100.0/24', '2001:db8:1::/64'],
  name = 'pool',
  labels: Labels = {},
): SourceObject {
  return aMetallb('IPAddressPool', name, { addresses }, labels)
}

export function aNode(labels: Labels = {}, status: object = {}, name = 'worker-1'): SourceObject {
  return object('v1', 'Node', ['', name], {
    metadata: { labels: { 'kubernetes.io/hostname': name, ...labels } },
    status,
  })
}

type ServiceLike = {
  readonly ips?: readonly string[]
  readonly labels?: Labels
  readonly spec?: object
  readonly ingress?: readonly object[]
}

/** Service default/web of type LoadBalancer with the address 198.51.100.7. */
export function aService(
  { ips = ['198.51.100.7'], labels = {}, spec, ingress }: ServiceLike = {},
  name = 'web',
): SourceObject {
  return object('v1', 'Service', ['default', name], {
    metadata: { labels },
    spec: { type: 'LoadBalancer', ...spec },
    status: { loadBalancer: { ingress: ingress ?? ips.map((ip) => ({ ip })) } },
  })
}

type Endpoint = { readonly conditions?: object; readonly nodeName?: string; readonly addresses?: readonly string[] }

/** A slice of service default/web with one endpoint that is ready, on worker-1. */
export function aSlice(
  endpoints: readonly Endpoint[] = [{}],
  { service = 'web', addressType = 'IPv4' }: { readonly service?: string; readonly addressType?: string } = {},
): SourceObject {
  const address = addressType === 'IPv6' ? 'fd00::1' : '10.0.0.1'
  return object('discovery.k8s.io/v1', 'EndpointSlice', ['default', `${service}-${addressType.toLowerCase()}`], {
    metadata: { labels: { 'kubernetes.io/service-name': service } },
    addressType,
    endpoints: endpoints.map((endpoint) => ({ addresses: [address], nodeName: 'worker-1', ...endpoint })),
  })
}

export function aSecret(
  password: string | undefined,
  { name = 'tor', type = 'kubernetes.io/basic-auth', namespace = 'metallb-system' } = {},
): SecretDocument {
  return { name, namespace, type, data: password === undefined ? {} : { password: new TextEncoder().encode(password) } }
}

/** All that it takes to announce service default/web from worker-1. */
export const usual: readonly SourceObject[] = [aNode(), aPeer(), anAdvertisement(), aPool(), aService(), aSlice()]

/** The usual objects, with others in the place of those of the same kind. */
export function instead(...others: readonly SourceObject[]): readonly SourceObject[] {
  const kinds = new Set(others.map(({ object: { kind } }) => kind))
  return [...usual.filter(({ object: { kind } }) => !kinds.has(kind)), ...others]
}

export function translated(
  objects: readonly SourceObject[],
  options: MetallbOptions = {},
  secrets: readonly SecretDocument[] = [],
): MetallbTranslation {
  return createTranslate(options)({ objects, secrets, node: 'worker-1' })
}

/** Every problem as it is printed. */
export function words(...given: Parameters<typeof translated>): readonly string[] {
  return translated(...given).problems.map(formatProblem)
}

type Neighbor = Readonly<Record<string, unknown>> & {
  readonly toAdvertise: {
    readonly allowed: { readonly prefixes: readonly string[] }
    readonly withLocalPref?: readonly object[]
    readonly withCommunity?: readonly object[]
  }
}
export type Spec = {
  readonly bgp: {
    readonly routers: readonly {
      readonly asn: number
      readonly id?: string
      readonly vrf?: string
      readonly neighbors: readonly Neighbor[]
      readonly prefixes: readonly string[]
    }[]
    readonly bfdProfiles: readonly object[]
  }
  readonly nodeSelector: object
}

/** The spec of the FRRConfiguration; a test that expects one fails with the problems otherwise. */
export function specOf(...given: Parameters<typeof translated>): Spec {
  const { documents, problems } = translated(...given)
  const [document] = documents
  if (document === undefined) throw new Error(problems.map(formatProblem).join('\n') || 'there is no document')
  return (document.body as { readonly spec: Spec }).spec
}

/** Its only neighbor. */
export function neighborOf(...given: Parameters<typeof translated>): Neighbor {
  const neighbors = specOf(...given).bgp.routers.flatMap((router) => router.neighbors)
  const [neighbor] = neighbors
  if (neighbor === undefined || neighbors.length > 1) throw new Error(`there are ${neighbors.length} neighbors`)
  return neighbor
}
