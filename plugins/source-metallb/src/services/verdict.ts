import type { IpAddress, ObjectRef, Origin, Prefix } from '@frrkit/model'
import type { Advertisement } from '../advertise/advertisement.ts'

/** Why a service is not announced from this node. */
export type Reason =
  | 'notLoadBalancer'
  | 'noIPAllocated'
  | 'invalidIP'
  | 'ipNotAllowed'
  | 'notOwner'
  | 'noMatchingAdvertisement'
  | 'conflictingAdvertisements'
  | 'nodeNetworkUnavailable'
  | 'nodeLabeledExcludeBalancers'
  | 'noLocalEndpoints'
  | 'noEndpoints'
  | 'tooManyCommunities'

/** One address of a service, advertised in one way. */
export type Route = {
  readonly prefix: Prefix
  readonly advertisement: Advertisement
  readonly service: ObjectRef
  /** Where the address is written. */
  readonly origin: Origin
}

export type Verdict =
  | { readonly announced: false; readonly service: ObjectRef; readonly reason: Reason }
  | {
      readonly announced: true
      readonly service: ObjectRef
      /** Those that have endpoints of their family. */
      readonly addresses: readonly IpAddress[]
      readonly routes: readonly Route[]
      /** Names of the BGPPeers that are told of at least one of the routes. */
      readonly peers: readonly string[]
    }

/** Whether nothing that is made of a verdict would be another one. */
export function sameVerdict(a: Verdict, b: Verdict): boolean {
  if (!a.announced || !b.announced)
    return !a.announced && !b.announced && a.reason === b.reason && a.service === b.service
  return (
    a.service === b.service &&
    a.routes.length === b.routes.length &&
    a.routes.every((route, i) => {
      const other = b.routes[i]
      return (
        other !== undefined &&
        other.advertisement === route.advertisement &&
        other.prefix.text === route.prefix.text &&
        other.origin.path === route.origin.path
      )
    })
  )
}
