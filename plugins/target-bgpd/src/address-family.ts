import type { Neighbor, Origin } from '@frrkit/model'
import { namesOf } from './names.ts'

/** The unicast families of one neighbor. bgpd activates none by itself: `no bgp default ipv4-unicast`. */
export const addressFamilyTemplate = `\
{{#ipv4}}
  address-family ipv4 unicast
    {{> origins}}
    neighbor {{peer}} activate
    neighbor {{peer}} route-map {{in}} in
    neighbor {{peer}} route-map {{out}} out
  exit-address-family
{{/ipv4}}
{{#ipv6}}
  address-family ipv6 unicast
    {{> origins}}
    neighbor {{peer}} activate
    neighbor {{peer}} route-map {{in}} in
    neighbor {{peer}} route-map {{out}} out
  exit-address-family
{{/ipv6}}
`

export type AddressFamilyView = {
  readonly origins: readonly Origin[]
  readonly peer: string
  readonly in: string
  readonly out: string
  readonly ipv4: boolean
  readonly ipv6: boolean
}

export function addressFamilyView(vrf: string, neighbor: Neighbor): AddressFamilyView {
  const { name, families, addressFamilies } = neighbor
  const names = namesOf(vrf, neighbor)
  const unicast = addressFamilies.length === 0 || addressFamilies.includes('unicast')
  return {
    origins: neighbor.origins,
    peer: name,
    in: names.in,
    out: names.out,
    ipv4: unicast && families.includes('ipv4'),
    ipv6: unicast && families.includes('ipv6'),
  }
}
