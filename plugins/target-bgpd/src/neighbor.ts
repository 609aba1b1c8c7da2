import { type Neighbor, type Origin, parseAddress } from '@frrkit/model'

/** The lines of one session. */
export const neighborTemplate = `\
  {{> origins}}
{{#interface}}
  neighbor {{.}} interface remote-as {{asn}}
{{/interface}}
{{#address}}
  neighbor {{.}} remote-as {{asn}}
{{/address}}
{{#ebgpMultiHop}}
  {{> origins}}
  neighbor {{peer}} ebgp-multihop
{{/ebgpMultiHop}}
{{#localASN}}
  {{> origins}}
  neighbor {{peer}} local-as {{value}} no-prepend replace-as
{{/localASN}}
{{#port}}
  {{> origins}}
  neighbor {{peer}} port {{value}}
{{/port}}
{{#timers}}
  {{> origins}}
  neighbor {{peer}} timers {{keepaliveTime}} {{holdTime}}
{{/timers}}
{{#connectTime}}
  {{> origins}}
  neighbor {{peer}} timers connect {{value}}
{{/connectTime}}
{{#password}}
  {{> origins}}
  neighbor {{peer}} password {{value}}
{{/password}}
{{#sourceAddress}}
  {{> origins}}
  neighbor {{peer}} update-source {{value}}
{{/sourceAddress}}
{{#gracefulRestart}}
  {{> origins}}
  neighbor {{peer}} graceful-restart
{{/gracefulRestart}}
{{#bfdProfile}}
  {{> origins}}
  neighbor {{peer}} bfd
  neighbor {{peer}} bfd profile {{value}}
{{/bfdProfile}}
{{#disableConnectedCheck}}
  neighbor {{peer}} disable-connected-check
{{/disableConnectedCheck}}
`

/** A line that is there, and who asked for it. The value travels inside, because Mustache takes zero for absent. */
type Line<T extends object = { readonly value: string | number }> =
  | (T & { readonly origins: readonly Origin[] })
  | undefined

export type NeighborView = {
  readonly origins: readonly Origin[]
  readonly peer: string
  readonly interface: string | undefined
  readonly address: string | undefined
  readonly asn: number | string
  readonly ebgpMultiHop: Line<object>
  readonly localASN: Line
  readonly port: Line
  readonly timers: Line<NonNullable<Neighbor['timers']>>
  readonly connectTime: Line
  readonly password: Line
  readonly sourceAddress: Line
  readonly gracefulRestart: Line<object>
  readonly bfdProfile: Line
  readonly disableConnectedCheck: boolean
}

export function neighborView(routerAsn: number, neighbor: Neighbor): NeighborView {
  const { fieldOrigins, timers } = neighbor
  const origins = (...fields: readonly string[]) => fields.flatMap((field) => fieldOrigins[field] ?? [])
  const line = (value: string | number | undefined, ...fields: readonly string[]): Line =>
    value === undefined ? undefined : { value, origins: origins(...fields) }
  return {
    origins: neighbor.origins,
    peer: neighbor.name,
    interface: neighbor.interface,
    address: neighbor.address,
    asn: neighbor.asn,
    ebgpMultiHop: neighbor.ebgpMultiHop ? { origins: origins('ebgpMultiHop') } : undefined,
    localASN: line(neighbor.localASN, 'localASN'),
    port: line(neighbor.port, 'port'),
    timers: timers && { ...timers, origins: origins('keepaliveTime', 'holdTime') },
    connectTime: line(neighbor.connectTime, 'connectTime'),
    // The one place where a password becomes text: frr.conf cannot do without it.
    password: line(neighbor.password?.reveal(), 'password'),
    sourceAddress: line(neighbor.sourceAddress, 'sourceaddress'),
    gracefulRestart: neighbor.gracefulRestart ? { origins: origins('enableGracefulRestart') } : undefined,
    bfdProfile: line(neighbor.bfdProfile, 'bfdProfile'),
    disableConnectedCheck: connectedCheckFails(routerAsn, neighbor),
  }
}

/**
 * FRR wants the address of a single-hop eBGP neighbor on a connected network. A node whose IPv6 address is a /128, as
 * is common in clusters, has none, and the session would stay idle.
 */
function connectedCheckFails(routerAsn: number, { address, asn, ebgpMultiHop }: Neighbor): boolean {
  const external = asn === 'external' || (typeof asn === 'number' && asn !== routerAsn)
  return external && !ebgpMultiHop && address !== undefined && parseAddress(address)?.family === 'ipv6'
}
