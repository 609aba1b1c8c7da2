import { group, version } from '@frrkit/api'

/** Where the objects of a kind are in the API: Events name an object by its apiVersion, kind and uid. */
export type EventKinds = Readonly<Record<string, { readonly apiVersion: string; readonly plural: string }>>

const metallb = (plural: string, of = 'v1beta1') => ({ apiVersion: `metallb.io/${of}`, plural })

/** Kinds that a person writes and frrkit reads. */
export const knownKinds: EventKinds = {
  FRRConfiguration: { apiVersion: `${group}/${version}`, plural: 'frrconfigurations' },
  FRRK8sConfiguration: { apiVersion: `${group}/${version}`, plural: 'frrk8sconfigurations' },
  BFDProfile: metallb('bfdprofiles'),
  BGPAdvertisement: metallb('bgpadvertisements'),
  BGPPeer: metallb('bgppeers', 'v1beta2'),
  Community: metallb('communities'),
  IPAddressPool: metallb('ipaddresspools'),
}
