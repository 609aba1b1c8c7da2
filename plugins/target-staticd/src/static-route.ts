import { compareText, type Origin, type Prefix } from '@frrkit/model'

/** What all objects together want for one prefix of one VRF. The content of the slot is a list of these. */
export type StaticRoute = {
  /** Empty for the default VRF. */
  readonly vrf: string
  readonly prefix: Prefix
  /** Sorted by distance, then by text; at one distance either next hops or one way to discard. */
  readonly hops: readonly Hop[]
}

/** One way out for a prefix. */
export type Hop = {
  readonly distance: number
  readonly address?: string
  readonly interface?: string
  readonly blackhole?: 'drop' | 'reject'
  readonly origins: readonly Origin[]
}

/** What FRR tells hops of one prefix apart by. Asked for one of them twice, it takes the distance that came last. */
export function hopKey(hop: Pick<Hop, 'address' | 'interface' | 'blackhole'>): string {
  return hop.blackhole === undefined ? [hop.address ?? '', hop.interface ?? ''].join(' ') : 'blackhole'
}

export function compareHops(a: Hop, b: Hop): number {
  return a.distance - b.distance || compareText(hopKey(a), hopKey(b))
}

/** As messages call it: `static route 192.0.2.0/24 (vrf red)`. */
export function routeSubject({ vrf, prefix }: Pick<StaticRoute, 'vrf' | 'prefix'>): string {
  return `static route ${prefix.text}${vrf === '' ? '' : ` (vrf ${vrf})`}`
}
