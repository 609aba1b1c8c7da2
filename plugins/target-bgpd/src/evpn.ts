import type { Evpn, Neighbor, Origin, Router, Vni } from '@frrkit/model'

/** EVPN of one router. No route-map is attached here: the filters are about unicast prefixes. */
export const evpnTemplate = `\
  {{> origins}}
  address-family l2vpn evpn
{{#peers}}
    neighbor {{.}} activate
{{/peers}}
{{#advertiseAllVnis}}
    advertise-all-vni
{{/advertiseAllVnis}}
{{#advertiseSvi}}
    advertise-svi-ip
{{/advertiseSvi}}
{{#l2vnis}}
    vni {{vni}}
      {{> route-targets}}
    exit-vni
{{/l2vnis}}
{{#l3vni}}
    advertise ipv4 unicast
    advertise ipv6 unicast
    {{> route-targets}}
{{/l3vni}}
  exit-address-family
`

export const routeTargetsTemplate = `\
{{#rd}}
rd {{.}}
{{/rd}}
{{#importRTs}}
route-target import {{.}}
{{/importRTs}}
{{#exportRTs}}
route-target export {{.}}
{{/exportRTs}}
`

type VniView = {
  readonly vni: number
  readonly rd: string | undefined
  readonly importRTs: readonly string[]
  readonly exportRTs: readonly string[]
}

export type EvpnView = {
  readonly origins: readonly Origin[]
  readonly peers: readonly string[]
  readonly advertiseAllVnis: boolean
  readonly advertiseSvi: boolean
  readonly l2vnis: readonly VniView[]
  readonly l3vni: VniView | undefined
}

export function evpnView({ neighbors }: Router, evpn: Evpn): EvpnView {
  return {
    origins: evpn.origins,
    peers: neighbors.filter(speaksEvpn).map(({ name }) => name),
    advertiseAllVnis: evpn.advertiseAllVnis,
    advertiseSvi: evpn.advertiseSvi,
    // FRR finds VNIs by itself; a block without content would only say what it knows.
    l2vnis: evpn.l2vnis.filter(saysSomething).map(vniView),
    l3vni: evpn.l3vni && vniView(evpn.l3vni),
  }
}

function speaksEvpn({ addressFamilies }: Neighbor): boolean {
  return addressFamilies.includes('evpn')
}

function saysSomething({ rd, importRTs, exportRTs }: Vni): boolean {
  return rd !== undefined || importRTs.length > 0 || exportRTs.length > 0
}

function vniView({ vni, rd, importRTs, exportRTs }: Vni): VniView {
  return { vni, rd, importRTs, exportRTs }
}
