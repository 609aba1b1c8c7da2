import type { Origin, Router } from '@frrkit/model'
import { type AddressFamilyView, addressFamilyView } from './address-family.ts'
import { type EvpnView, evpnView } from './evpn.ts'
import { type NeighborView, neighborView } from './neighbor.ts'
import { type ImportView, importView, type NetworkView, networkView } from './network.ts'

/** The `router bgp` block of one VRF. Every session comes before the address families, as in FRR's own output. */
export const routerTemplate = `\
{{> origins}}
router bgp {{asn}}{{#vrf}} vrf {{.}}{{/vrf}}
  no bgp ebgp-requires-policy
  no bgp network import-check
  no bgp default ipv4-unicast
  bgp graceful-restart preserve-fw-state
{{#id}}
  bgp router-id {{.}}
{{/id}}
{{#imports}}
{{> import}}
{{/imports}}
{{#sessions}}
{{> neighbor}}
{{/sessions}}
{{#addressFamilies}}
{{> address-family}}
{{/addressFamilies}}
{{#networks}}
{{> network}}
{{/networks}}
{{#evpn}}
{{> evpn}}
{{/evpn}}
`

export type RouterView = {
  readonly origins: readonly Origin[]
  readonly asn: number
  readonly vrf: string
  readonly id: string | undefined
  readonly imports: ImportView | undefined
  readonly sessions: readonly NeighborView[]
  readonly addressFamilies: readonly AddressFamilyView[]
  readonly networks: NetworkView
  readonly evpn: EvpnView | undefined
}

export function routerView(router: Router): RouterView {
  const { origins, asn, vrf, id, neighbors, evpn } = router
  return {
    origins,
    asn,
    vrf,
    id,
    imports: importView(router),
    sessions: neighbors.map((neighbor) => neighborView(asn, neighbor)),
    addressFamilies: neighbors.map((neighbor) => addressFamilyView(vrf, neighbor)),
    networks: networkView(router),
    evpn: evpn && evpnView(router, evpn),
  }
}
