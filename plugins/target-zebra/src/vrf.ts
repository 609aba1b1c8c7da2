import type { Origin, Router } from '@frrkit/model'

export const vrfTemplate = `\
{{> origins}}
vrf {{name}}
  vni {{vni}}
exit-vrf
`

export type VrfView = { readonly name: string; readonly vni: number; readonly origins: readonly Origin[] }

/** The layer 3 VNI of a VRF is zebra's to know; the default VRF has no block of its own. */
export function vrfViews(routers: readonly Router[]): readonly VrfView[] {
  return routers.flatMap(({ vrf, evpn }) =>
    vrf !== '' && evpn?.l3vni !== undefined ? [{ name: vrf, vni: evpn.l3vni.vni, origins: evpn.origins }] : [],
  )
}
