import type { NeighborSpec } from '@frrkit/api'
import { type IpAddress, parseAddress } from '@frrkit/model'

/** A field that is empty is one that nobody set: the API has no null. */
export function set(text: string | undefined): string | undefined {
  return text === '' ? undefined : text
}

/** The VRF that makes two routers the same one. bgpd takes `vrf default` for the default VRF, which we write as ''. */
export function vrfIdentity(vrf: string | undefined): string {
  return vrf === undefined || vrf === 'default' ? '' : vrf
}

/** What makes two neighbors of a VRF the same one: the interface, or else the address, however it is written. */
export function neighborIdentity(
  spec: Pick<NeighborSpec, 'address' | 'interface'>,
): { readonly name: string; readonly address?: IpAddress } | undefined {
  const name = set(spec.interface)
  if (name !== undefined) return { name }
  const address = parseAddress(spec.address ?? '')
  return address && { name: address.text, address }
}
