import { compareObjects, compareText, type SourceObject } from '@frrkit/model'
import { bfdProfile } from './kinds/bfd-profile.ts'
import { bgpAdvertisement } from './kinds/bgp-advertisement.ts'
import { bgpPeer, bgpPeerV1beta1 } from './kinds/bgp-peer.ts'
import { community } from './kinds/community.ts'
import { ipAddressPool } from './kinds/ip-address-pool.ts'
import { l2Advertisement } from './kinds/l2-advertisement.ts'
import { record } from './untyped.ts'

const configuration = [bgpPeer, bgpPeerV1beta1, bgpAdvertisement, ipAddressPool, bfdProfile, community, l2Advertisement]
const core = (kind: string) => ({ apiVersion: 'v1', kind })
const slice = { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' }
/** Written by MetalLB about what it does; they come along where a namespace is exported as a whole. */
const reports = ['ServiceBGPStatus', 'ServiceL2Status', 'ConfigurationState'].map((kind) => ({
  apiVersion: 'metallb.io/v1beta1',
  kind,
}))

/** Every kind that is read, or passed over on purpose. */
export const kinds: readonly { readonly apiVersion: string; readonly kind: string }[] = [
  ...configuration.map(({ apiVersion, kind }) => ({ apiVersion, kind })),
  ...['Service', 'Node', 'Namespace', 'ConfigMap'].map(core),
  slice,
  ...reports,
]

/** Objects by what they are for. */
export type SortedObjects = {
  /** MetalLB's own, and its ConfigMap `bgpextras`; sorted. */
  readonly configuration: readonly SourceObject[]
  /** MetalLB's kinds, in a namespace that it does not read; sorted. */
  readonly elsewhere: readonly SourceObject[]
  readonly nodes: readonly SourceObject[]
  readonly services: readonly SourceObject[]
  readonly slices: readonly SourceObject[]
}

const configurationKinds = new Set(configuration.map(({ kind }) => kind))

export function sortObjects(objects: readonly SourceObject[], namespace: string): SortedObjects {
  const sorted: Record<keyof SortedObjects, SourceObject[]> = {
    configuration: [],
    elsewhere: [],
    nodes: [],
    services: [],
    slices: [],
  }
  for (const object of objects) {
    const { kind, name } = object.object
    if (kind === 'EndpointSlice') sorted.slices.push(object)
    else if (kind === 'Service') sorted.services.push(object)
    else if (kind === 'Node') sorted.nodes.push(object)
    else if (configurationKinds.has(kind)) {
      sorted[namespaceOf(object, namespace) === namespace ? 'configuration' : 'elsewhere'].push(object)
    } else if (kind === 'ConfigMap' && name === 'bgpextras' && namespaceOf(object, namespace) === namespace) {
      sorted.configuration.push(object)
    }
  }
  for (const list of [sorted.configuration, sorted.elsewhere]) list.sort(byObject)
  return sorted
}

/** A file that leaves the namespace out leaves it to whoever applies it, and that is MetalLB's. */
function namespaceOf({ object, body }: SourceObject, namespace: string): string {
  return record(record(body).metadata).namespace === undefined ? namespace : object.namespace
}

function byObject(a: SourceObject, b: SourceObject): number {
  return compareObjects(a.object, b.object) || compareText(a.apiVersion, b.apiVersion)
}
