import type { Unsaid } from '@frrkit/plugin'
import type { Reason, Silence } from './verdict.ts'

/** What becomes of a service's addresses on this node, for whoever misses one of them. */
export function unsaidOf(silences: readonly Silence[]): readonly Unsaid[] {
  return silences.flatMap(({ service, reason, addresses }) =>
    addresses.flatMap((address, i) =>
      address === undefined
        ? []
        : {
            origin: { object: service, path: `status.loadBalancer.ingress[${i}].ip` },
            prefix: `${address.text}/${address.family === 'ipv4' ? 32 : 128}`,
            because: because[reason],
          },
    ),
  )
}

const because: Readonly<Record<Reason, string>> = {
  notLoadBalancer: 'its type is not LoadBalancer',
  noIPAllocated: 'it has no address yet',
  invalidIP: 'not all of its addresses are IP addresses',
  ipNotAllowed: 'no IPAddressPool holds all of its addresses',
  notOwner: 'no BGPAdvertisement that selects this node announces its pool',
  noMatchingAdvertisement: 'no BGPAdvertisement of its pool selects it',
  conflictingAdvertisements: 'BGPAdvertisements that select it contradict each other',
  nodeNetworkUnavailable: 'the network of this node is unavailable',
  nodeLabeledExcludeBalancers:
    'this node is labelled node.kubernetes.io/exclude-from-external-load-balancers, and ignoreExcludeLB is not set',
  noLocalEndpoints: 'it has no endpoint on this node, and its externalTrafficPolicy is Local',
  noEndpoints: 'it has no usable endpoint of the family of its addresses',
  tooManyCommunities: 'its BGPAdvertisement has more communities than a route can have',
}
