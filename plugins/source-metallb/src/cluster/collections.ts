import type { Collection, KubeObject, Selection } from '@frrkit/k8s'
import type { SourceObject } from '@frrkit/model'
import { bfdProfile } from '../kinds/bfd-profile.ts'
import { bgpAdvertisement } from '../kinds/bgp-advertisement.ts'
import { bgpPeer } from '../kinds/bgp-peer.ts'
import { community } from '../kinds/community.ts'
import { ipAddressPool } from '../kinds/ip-address-pool.ts'
import { l2Advertisement } from '../kinds/l2-advertisement.ts'
import type { Settings } from '../options.ts'
import { keepEndpointSlice, keepNode, keepService, keepWhole } from './keep.ts'

/** A collection that is followed, and what stays in memory of its objects. */
export type Watched = {
  readonly collection: Collection & Selection
  readonly keep: (object: KubeObject) => SourceObject | undefined
}

/** An API server answers every version of a BGPPeer as the newest. */
const configuration = [
  { ...bgpPeer, plural: 'bgppeers' },
  { ...bgpAdvertisement, plural: 'bgpadvertisements' },
  { ...ipAddressPool, plural: 'ipaddresspools' },
  { ...bfdProfile, plural: 'bfdprofiles' },
  { ...community, plural: 'communities' },
  { ...l2Advertisement, plural: 'l2advertisements' },
]

/**
 * What MetalLB's speaker watches, as far as it means something here. Namespaces are not among it: they say which pool a
 * service gets its address from, and that is decided when the address is there. Of the nodes only our own counts.
 */
export function watchedCollections(
  { metallbNamespace: namespace, loadBalancerClass }: Settings,
  nodeName: string,
): readonly Watched[] {
  return [
    ...configuration.map(({ apiVersion, kind, plural }) => ({
      collection: { apiVersion, plural, namespace },
      keep: keepWhole({ apiVersion, kind }),
    })),
    {
      collection: { apiVersion: 'v1', plural: 'configmaps', namespace, fieldSelector: 'metadata.name=bgpextras' },
      keep: keepWhole({ apiVersion: 'v1', kind: 'ConfigMap' }),
    },
    {
      collection: { apiVersion: 'v1', plural: 'nodes', fieldSelector: `metadata.name=${nodeName}` },
      keep: keepNode,
    },
    { collection: { apiVersion: 'v1', plural: 'services' }, keep: keepService(loadBalancerClass) },
    {
      collection: { apiVersion: 'discovery.k8s.io/v1', plural: 'endpointslices' },
      keep: keepEndpointSlice(nodeName),
    },
  ]
}

/** Where the Secrets are that BGPPeers refer to: with the references, or where MetalLB itself reads them. */
export function secretsCollection({ metallbNamespace, frrk8sNamespace, secretPassthrough }: Settings): Collection {
  return { apiVersion: 'v1', plural: 'secrets', namespace: secretPassthrough ? frrk8sNamespace : metallbNamespace }
}
