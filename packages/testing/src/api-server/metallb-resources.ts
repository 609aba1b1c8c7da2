import type { KubeObject } from './kube-object.ts'
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

/** The same as CustomResourceDefinitions that let everything pass, for a cluster that has no MetalLB. */
export function metallbCrds(): readonly KubeObject[] {
  return metallbResources.map(({ kind, plural, group, version }) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      scope: 'Namespaced',
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
        },
      ],
    },
  }))
}
