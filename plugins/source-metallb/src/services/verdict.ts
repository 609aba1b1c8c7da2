import { compareObjects, type IpAddress, type ObjectRef, type Origin, type Prefix, type Problem } from '@frrkit/model'
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

/** A service that is announced from this node. */
export type Announcement = {
  readonly service: ObjectRef
  /** Those that have endpoints of their family. */
  readonly addresses: readonly IpAddress[]
  /** Names of the BGPPeers that hear of it, sorted; there may be none. */
  readonly peers: readonly string[]
}

/** A service of our class that is not announced from this node. */
export type Silence = {
  readonly service: ObjectRef
  readonly reason: Reason
  /** One for each entry of its status; undefined for what is no address. */
  readonly addresses: readonly (IpAddress | undefined)[]
}

export type Verdict =
  | {
      readonly announced: false
      readonly service: ObjectRef
      readonly silence: Silence
      /** Set where somebody has to change something; mostly a service just has no endpoints. */
      readonly problem?: Problem
    }
  | {
      readonly announced: true
      readonly service: ObjectRef
      readonly announcement: Announcement
      readonly routes: readonly Route[]
    }

type Silent = Extract<Verdict, { readonly announced: false }>

/** Whether nothing that is made of a verdict would be another one. */
export function sameVerdict(a: Verdict, b: Verdict): boolean {
  if (compareObjects(a.service, b.service) !== 0 || a.service.created !== b.service.created) return false
  if (!a.announced || !b.announced) return !a.announced && !b.announced && sameSilence(a, b)
  // An aggregate stays the same when another of its addresses is announced.
  const [addresses, others] = [a.announcement.addresses, b.announcement.addresses]
  return (
    addresses.length === others.length &&
    addresses.every(({ text }, i) => text === others[i]?.text) &&
    a.routes.length === b.routes.length &&
    a.routes.every((route, i) => sameRoute(route, b.routes[i]))
  )
}

/** Why a service is silent, and what is said about it, which names advertisements only. */
function sameSilence(a: Silent, b: Silent): boolean {
  const [addresses, others] = [a.silence.addresses, b.silence.addresses]
  if (addresses.length !== others.length || addresses.some((one, i) => one?.text !== others[i]?.text)) return false
  return a.silence.reason === b.silence.reason && JSON.stringify(a.problem) === JSON.stringify(b.problem)
}

function sameRoute(a: Route, b: Route | undefined): boolean {
  return a.advertisement === b?.advertisement && a.prefix.text === b.prefix.text && a.origin.path === b.origin.path
}
