import type { BfdProfileSpec, FrrConfigurationSpec, LabelSelector, NeighborSpec, RouterSpec } from '@frrkit/api'
import { namespace, networks } from './places.ts'

export type Configuration = {
  readonly apiVersion: string
  readonly kind: 'FRRConfiguration'
  readonly metadata: { readonly name: string; readonly namespace: string }
  readonly spec: FrrConfigurationSpec
}

export function object(name: string, spec: FrrConfigurationSpec, into: string = namespace): Configuration {
  const apiVersion = 'frrk8s.metallb.io/v1beta1'
  return { apiVersion, kind: 'FRRConfiguration', metadata: { name, namespace: into }, spec }
}

/** What most scenarios say: one router, by default the one of the default VRF, for the nodes that are meant. */
export type Wanted = Partial<RouterSpec> & {
  readonly neighbors: readonly NeighborSpec[]
  readonly bfdProfiles?: readonly BfdProfileSpec[]
  readonly nodeSelector?: LabelSelector
}

export function configuration(name: string, { bfdProfiles, nodeSelector, ...router }: Wanted): Configuration {
  return object(name, {
    bgp: { routers: [{ asn: networks.default.asn, ...router }], ...(bfdProfiles && { bfdProfiles }) },
    ...(nodeSelector && { nodeSelector }),
  })
}

/** The nodes of that name. */
export function onNode(name: string): LabelSelector {
  return { matchLabels: { 'kubernetes.io/hostname': name } }
}
