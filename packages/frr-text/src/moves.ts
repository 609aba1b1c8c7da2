import { ofIpv4Unicast } from './contexts.ts'
import type { Place } from './place.ts'

/** A line, and where FRR shows it, which for a few is not where it takes it. */
export type Moved = { readonly place: Place; readonly line: string }

export function move(place: Place, line: string): Moved {
  if (place.kind === 'vrf') return { place, line: withoutOwnVrf(line, place.path[0]?.split(' ')[1]) }
  if (place.kind !== 'router-bgp' && place.kind !== 'top') return { place, line }
  const [no, bare] = line.startsWith('no ') ? ['no ', line.slice(3)] : ['', line]
  const { kind, path } = place
  if (kind === 'router-bgp' && ofIpv4Unicast.test(bare)) {
    return { place: { kind: 'address-family', path: [...path, 'address-family ipv4 unicast'] }, line }
  }
  if (kind !== 'top' || !/^ip(?:v6)? route /.test(bare)) return { place, line }
  // `vrf` in a static route is short for the context of that VRF.
  const [, vrf = 'default'] = / vrf (\S+)/.exec(bare) ?? []
  const inVrf = no + withoutOwnVrf(bare.replace(/ vrf \S+/, ''), vrf)
  return { place: vrf === 'default' ? place : { kind: 'vrf', path: [`vrf ${vrf}`] }, line: inVrf }
}

/** A next hop is looked for in the VRF of the route unless another one is named. */
function withoutOwnVrf(route: string, vrf = ''): string {
  return / nexthop-vrf (\S+)/.exec(route)?.[1] === vrf ? route.replace(` nexthop-vrf ${vrf}`, '') : route
}
