import { hidden, type Neighbor, type Origin, type Router } from '@frrkit/model'
import { type Advertised, advertisedTo } from './advertised.ts'
import type { Known } from './known.ts'
import { familyName, filterText } from './prefixes.ts'
import { silentObjects } from './silent-objects.ts'

/** What a neighbor is, and who said so. */
export type NeighborExplanation = {
  readonly vrf: string
  readonly neighbor: string
  readonly asn: Neighbor['asn']
  readonly routerAsn: number
  /** The unicast families of the session: none where it carries only evpn. */
  readonly families: readonly string[]
  readonly definedBy: readonly Origin[]
  /** The fields that anybody set, under the names of the API. */
  readonly settings: readonly { readonly field: string; readonly value: string; readonly origins: readonly Origin[] }[]
  readonly advertises: readonly Advertised[]
  readonly accepts: readonly { readonly what: string; readonly origins: readonly Origin[] }[]
  /** Never accepted, nor anything inside. */
  readonly alwaysBlock: readonly string[]
  /** Objects that define it too, and are not heard here. */
  readonly unheard: readonly { readonly because: string; readonly origin: Origin }[]
  readonly raw: readonly Origin[]
}

/** One explanation for each VRF that has a neighbor of that name. */
export function explainNeighbor(name: string, known: Known, vrf?: string): readonly NeighborExplanation[] {
  return known.model.routers
    .filter((router) => vrf === undefined || router.vrf === vrf)
    .flatMap((router) =>
      router.neighbors.filter((neighbor) => neighbor.name === name).map((neighbor) => explain(neighbor, router, known)),
    )
}

/** Objects that define a neighbor of that name and are not heard on this node. */
export function unheardDefinitions(name: string, known: Known, vrf?: string): NeighborExplanation['unheard'] {
  return silentObjects(known).flatMap(({ because, statements }) =>
    statements
      .filter((router) => vrf === undefined || router.vrf === vrf)
      .flatMap(({ neighbors }) => neighbors.filter((neighbor) => neighbor.name === name))
      .map(({ origin }) => ({ because, origin })),
  )
}

function explain(neighbor: Neighbor, router: Router, known: Known): NeighborExplanation {
  const { alwaysBlock, rawSnippets, bfdProfiles } = known.model
  const settings = Object.entries(neighbor.fieldOrigins).flatMap(([field, origins]) => {
    const value = shownValue(field, neighbor)
    return value === undefined ? [] : [{ field, value, origins }]
  })
  const profile = bfdProfiles.find(({ name }) => name === neighbor.bfdProfile)
  return {
    vrf: router.vrf,
    neighbor: neighbor.name,
    asn: neighbor.asn,
    routerAsn: router.asn,
    families: neighbor.addressFamilies.includes('unicast') ? neighbor.families.map(familyName) : [],
    definedBy: neighbor.origins,
    settings: [
      ...settings.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field)),
      ...(profile === undefined ? [] : [{ field: 'BFD profile', value: profile.name, origins: profile.origins }]),
    ],
    advertises: advertisedTo(neighbor),
    accepts: acceptsOf(neighbor),
    alwaysBlock: alwaysBlock.map(({ text }) => text),
    unheard: unheardDefinitions(neighbor.name, known, router.vrf),
    raw: rawSnippets.map(({ origin }) => origin),
  }
}

function acceptsOf({ receive }: Neighbor): NeighborExplanation['accepts'] {
  if (receive.mode === 'all') return [{ what: 'everything', origins: receive.origins }]
  return receive.filters.map(({ value, origins }) => ({ what: filterText(value), origins }))
}

/** What came of the fields of the API; fields of filters have sections of their own. */
const values: Readonly<Record<string, (neighbor: Neighbor) => string | number | boolean | undefined>> = {
  asn: ({ asn }) => asn,
  localASN: ({ localASN }) => localASN,
  port: ({ port }) => port ?? 179,
  holdTime: ({ timers }) => (timers ? `${timers.holdTime}s` : 'as FRR does'),
  keepaliveTime: ({ timers }) => (timers ? `${timers.keepaliveTime}s` : 'as FRR does'),
  connectTime: ({ connectTime }) => (connectTime === undefined ? 'as FRR does' : `${connectTime}s`),
  password: ({ password }) => password && hidden,
  sourceaddress: ({ sourceAddress }) => sourceAddress,
  ebgpMultiHop: ({ ebgpMultiHop }) => ebgpMultiHop,
  enableGracefulRestart: ({ gracefulRestart }) => gracefulRestart,
  bfdProfile: ({ bfdProfile }) => bfdProfile,
  dualStackAddressFamily: ({ families }) => families.length === 2,
  // Everybody sets it, because the API has a default.
  addressFamilies: ({ addressFamilies }) =>
    addressFamilies.join() === 'unicast' ? undefined : addressFamilies.join(', '),
  'toAdvertise.nextHop.ipv4': ({ advertise }) => advertise.nextHop.ipv4,
  'toAdvertise.nextHop.ipv6': ({ advertise }) => advertise.nextHop.ipv6,
}
const order = Object.keys(values)

function shownValue(field: string, neighbor: Neighbor): string | undefined {
  const value = values[field]?.(neighbor)
  return value === undefined ? undefined : String(value)
}
