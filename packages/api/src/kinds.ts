import { bgpSessionStateSchema } from './bgp-session-state.ts'
import { frrConfigurationSchema } from './frr-configuration.ts'
import { frrNodeStateSchema } from './frr-node-state.ts'
import { frrk8sConfigurationSchema } from './frrk8s-configuration.ts'
import type { Schema } from './schema.ts'

/** A kind of the API: what a CustomResourceDefinition says of it. */
export type Kind = {
  readonly kind: string
  readonly plural: string
  readonly scope: 'Namespaced' | 'Cluster'
  readonly schema: Schema
  readonly columns: readonly { readonly name: string; readonly jsonPath: string }[]
}

export const group = 'frrk8s.metallb.io'
export const version = 'v1beta1'

/** Every kind of the group, by name. Each has the subresource `status`. */
export const kinds: readonly Kind[] = [
  {
    kind: 'BGPSessionState',
    plural: 'bgpsessionstates',
    scope: 'Namespaced',
    schema: bgpSessionStateSchema as Schema,
    columns: [
      { name: 'Node', jsonPath: '.status.node' },
      { name: 'Peer', jsonPath: '.status.peer' },
      { name: 'VRF', jsonPath: '.status.vrf' },
      { name: 'BGP', jsonPath: '.status.bgpStatus' },
      { name: 'BFD', jsonPath: '.status.bfdStatus' },
    ],
  },
  {
    kind: 'FRRConfiguration',
    plural: 'frrconfigurations',
    scope: 'Namespaced',
    schema: frrConfigurationSchema as unknown as Schema,
    columns: [],
  },
  {
    kind: 'FRRK8sConfiguration',
    plural: 'frrk8sconfigurations',
    scope: 'Namespaced',
    schema: frrk8sConfigurationSchema as Schema,
    columns: [],
  },
  {
    kind: 'FRRNodeState',
    plural: 'frrnodestates',
    scope: 'Cluster',
    schema: frrNodeStateSchema as Schema,
    columns: [],
  },
]
