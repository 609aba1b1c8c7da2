import { ofIpv4Unicast } from './contexts.ts'
import type { Place } from './place.ts'

/** A line, and where FRR shows it, which for a few is not where it takes it. */
export type Moved = { readonly place: Place; readonly line: string }

export function move(place: Place, line: string): Moved {
  if (place.kind !== 'router-bgp' && place.kind !== 'top') return { place, line }
  const [no, bare] = line.startsWith('no ') ? ['no ', line.slice(3)] : ['', line]
  const { kind, path } = place
  if (kind === 'router-bgp' && ofIpv4Unicast.test(bare)) {
    return { place: { kind: 'address-family', path: [...path, 'address-family ipv4 unicast'] }, line }
  }
  const [, route, vrf] = kind === 'top' ? (/^(ip(?:v6)? route .+) vrf (\S+)$/.exec(bare) ?? []) : []
  return route === undefined ? { place, line } : { place: { kind: 'vrf', path: [`vrf ${vrf}`] }, line: `${no}${route}` }
}
