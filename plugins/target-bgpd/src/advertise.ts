import type { IpFamily, Neighbor, Origin, Prefix, Sourced } from '@frrkit/model'
import { communityProperties } from './community.ts'
import { localPrefProperties } from './local-pref.ts'
import type { NeighborNames } from './names.ts'
import { type PrefixListView, prefixListView } from './prefix-list.ts'
import { ofFamily, type Property, type PropertyView, propertyViews } from './property.ts'
import { routeMapEntries } from './sequence.ts'

/** The properties first, then the prefixes that may pass; whatever reaches the end of the route-map does not. */
export const advertiseTemplate = `\
{{#properties}}
{{> property}}
{{/properties}}
{{#all}}
{{> origins}}
{{/all}}
{{#ipv4}}
{{> ipv4-prefix-list}}
{{^chunks}}
ip prefix-list {{list}} seq 1 deny any
{{/chunks}}
{{/ipv4}}
{{#ipv6}}
{{> ipv6-prefix-list}}
{{^chunks}}
ipv6 prefix-list {{list}} seq 1 deny any
{{/chunks}}
{{/ipv6}}
{{#ipv4}}
route-map {{routeMap}} permit {{entry}}
  match ip address prefix-list {{list}}
{{#nextHop}}
  {{> origins}}
  set ip next-hop {{address}}
{{/nextHop}}
{{/ipv4}}
{{#ipv6}}
route-map {{routeMap}} permit {{entry}}
  match ipv6 address prefix-list {{list}}
{{#nextHop}}
  {{> origins}}
  set ipv6 next-hop global {{address}}
{{/nextHop}}
{{/ipv6}}
`

type AllowedView = PrefixListView & {
  readonly entry: number
  readonly nextHop: { readonly address: string; readonly origins: readonly Origin[] } | undefined
}

export type AdvertiseView = {
  readonly routeMap: string
  readonly properties: readonly PropertyView[]
  readonly all: { readonly origins: readonly Origin[] }
  readonly ipv4: AllowedView
  readonly ipv6: AllowedView
}

export function advertiseView(names: NeighborNames, neighbor: Neighbor): AdvertiseView {
  return {
    routeMap: names.out,
    properties: propertyViews(advertisedProperties(names.id, neighbor)),
    all: { origins: neighbor.advertise.all },
    ipv4: {
      ...prefixListView(names.allowedIpv4, carried(neighbor, 'ipv4')),
      entry: routeMapEntries.permitIpv4,
      nextHop: nextHopView(neighbor, 'ipv4'),
    },
    ipv6: {
      ...prefixListView(names.allowedIpv6, carried(neighbor, 'ipv6')),
      entry: routeMapEntries.permitIpv6,
      nextHop: nextHopView(neighbor, 'ipv6'),
    },
  }
}

function nextHopView({ advertise, fieldOrigins }: Neighbor, family: IpFamily): AllowedView['nextHop'] {
  const address = advertise.nextHop[family]
  return address === undefined ? undefined : { address, origins: fieldOrigins[`toAdvertise.nextHop.${family}`] ?? [] }
}

/** A prefix of a family that the session does not carry could not be told to this neighbor anyway. */
function carried({ advertise, families }: Neighbor, family: IpFamily): readonly Sourced<Prefix>[] {
  return families.includes(family) ? ofFamily(advertise.prefixes, family) : []
}

/** Everything that advertised prefixes carry, one for each route-map entry. */
export function advertisedProperties(id: string, neighbor: Neighbor): readonly Property[] {
  return [...localPrefProperties(id, neighbor), ...communityProperties(id, neighbor)]
}
