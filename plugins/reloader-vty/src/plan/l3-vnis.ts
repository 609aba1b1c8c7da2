import type { FrrText } from '@frrkit/frr-text'
import { setting, undoing } from './line.ts'
import type { Phased } from './phased.ts'
import { vrfOf } from './router-blocks.ts'

/**
 * bgpd does not let go of an instance whose VRF has a layer 3 VNI (`Please unconfigure l3vni`): where that one stays, zebra
 * forgets it for as long.
 */
export function layL3VnisAside(before: FrrText, after: FrrText, gone: readonly string[]): readonly Phased[] {
  const [had, has] = [vnisIn(before), vnisIn(after)]
  return gone.flatMap((opener) => {
    const path = [`vrf ${vrfOf(opener)}`]
    const stays = new Set(has.get(path[0]))
    return (had.get(path[0]) ?? [])
      .filter((line) => stays.has(line))
      .flatMap((line): readonly Phased[] => [
        { phase: 'unreferred', line: undoing({ kind: 'vrf', path }, line) },
        { phase: 'referring', line: setting({ kind: 'vrf', path }, line) },
      ])
  })
}

/** By `vrf red`. */
function vnisIn({ contexts }: FrrText): ReadonlyMap<string | undefined, readonly string[]> {
  return new Map(
    contexts.flatMap(({ kind, path, lines }) =>
      kind === 'vrf' ? [[path[0], lines.filter((line) => line.startsWith('vni '))] as const] : [],
    ),
  )
}
