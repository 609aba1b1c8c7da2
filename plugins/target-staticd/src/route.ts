import type { Origin } from '@frrkit/model'
import type { Hop, StaticRoute } from './static-route.ts'

/** One line for each hop: FRR joins those of one prefix and one distance. */
export const routeTemplate = `\
{{> origins}}
{{#isIpv4}}ip{{/isIpv4}}{{#isIpv6}}ipv6{{/isIpv6}} route {{prefix}}{{#address}} {{.}}{{/address}}{{#device}} {{.}}{{/device}}{{#drop}} blackhole{{/drop}}{{#reject}} reject{{/reject}}{{#distance}} {{.}}{{/distance}}
`

export type RouteView = {
  readonly isIpv4: boolean
  readonly isIpv6: boolean
  readonly prefix: string
  readonly address: string | undefined
  readonly device: string | undefined
  readonly drop: boolean
  readonly reject: boolean
  readonly distance: number | undefined
  readonly origins: readonly Origin[]
}

export function routeViews({ prefix, hops }: StaticRoute): readonly RouteView[] {
  return hops.map((hop) => routeView(prefix, hop))
}

function routeView({ text, family }: StaticRoute['prefix'], hop: Hop): RouteView {
  return {
    isIpv4: family === 'ipv4',
    isIpv6: family === 'ipv6',
    prefix: text,
    address: hop.address,
    device: hop.interface,
    drop: hop.blackhole === 'drop',
    reject: hop.blackhole === 'reject',
    // FRR does not show the distance that a static route has anyway.
    distance: hop.distance === 1 ? undefined : hop.distance,
    origins: hop.origins,
  }
}
