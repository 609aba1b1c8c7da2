import type { FrrText } from '@frrkit/frr-text'
import { setting, undoing } from './line.ts'
import type { Phased } from './phased.ts'
import { instanceOf } from './router-blocks.ts'

/**
 * bgpd does not let go of an instance whose VRF has a layer 3 VNI (`Please unconfigure l3vni`): where that one stays, zebra
 * forgets it for as long.
 */
export function layL3VnisAside(before: FrrText, after: FrrText, gone: readonly string[]): readonly Phased[] {
  return gone.flatMap((opener) => {
    const path = [`vrf ${instanceOf(opener).vrf}`]
    const [had, has] = [vnisIn(before, path), vnisIn(after, path)]
    return had
      .filter((line) => has.includes(line))
      .flatMap((line): readonly Phased[] => [
        { phase: 'unreferred', line: undoing({ kind: 'vrf', path }, line) },
        { phase: 'referring', line: setting({ kind: 'vrf', path }, line) },
      ])
  })
}

function vnisIn({ contexts }: FrrText, [opener]: readonly string[]): readonly string[] {
  const vrf = contexts.find(({ kind, path }) => kind === 'vrf' && path[0] === opener)
  return (vrf?.lines ?? []).filter((line) => line.startsWith('vni '))
}
