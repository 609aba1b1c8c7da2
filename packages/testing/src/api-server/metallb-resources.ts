import type { Resource } from './resource.ts'

/** MetalLB's kinds, for `resources`: as far as an API server has to know them, without a schema. */
export const metallbResources: readonly Resource[] = [
  { kind: 'BGPPeer', plural: 'bgppeers', version: 'v1beta2' },
  { kind: 'BGPAdvertisement', plural: 'bgpadvertisements', version: 'v1beta1' },
  { kind: 'IPAddressPool', plural: 'ipaddresspools', version: 'v1beta1' },
  { kind: 'BFDProfile', plural: 'bfdprofiles', version: 'v1beta1' },
  { kind: 'Community', plural: 'communities', version: 'v1beta1' },
  { kind: 'L2Advertisement', plural: 'l2advertisements', version: 'v1beta1' },
  { kind: 'ServiceBGPStatus', plural: 'servicebgpstatuses', version: 'v1beta1' },
  { kind: 'ConfigurationState', plural: 'configurationstates', version: 'v1beta1' },
].map((kind) => ({ ...kind, group: 'metallb.io', namespaced: true, status: true, generation: true }))
