import type { ContextKind } from '@frrkit/frr-text'
import { neighborOf } from './neighbors.ts'

/**
 * The order inside an instance: what a line builds on comes before it. Lines that no row knows come first. What goes,
 * goes in the other direction.
 */
const rows: readonly { readonly in: ContextKind; readonly line: RegExp }[] = [
  { in: 'router-bgp', line: /^neighbor \S+ peer-group$/ },
  { in: 'router-bgp', line: /^neighbor \S+ (?:remote-as|interface)\b/ },
  { in: 'router-bgp', line: /^neighbor \S+ peer-group \S/ },
  { in: 'router-bgp', line: /^neighbor \S+ bfd$/ },
  { in: 'router-bgp', line: /^neighbor / },
  { in: 'router-bgp', line: /^bgp listen range / },
  // A family is only activated once its policy is there.
  {
    in: 'address-family',
    line: /^(?!network |import vrf (?!route-map )|redistribute |aggregate-address |neighbor \S+ activate$)/,
  },
  { in: 'address-family', line: /^neighbor \S+ activate$/ },
  { in: 'address-family', line: /^(?:import vrf|redistribute|aggregate-address) / },
  { in: 'address-family', line: /^network / },
  { in: 'evpn', line: /^(?!neighbor \S+ activate$)/ },
  { in: 'evpn', line: /^neighbor \S+ activate$/ },
  { in: 'evpn-vni', line: /^/ },
]

const ofRouter = rows.filter((row) => row.in === 'router-bgp').length

const rowsIn = Map.groupBy(
  rows.map((row, i) => ({ ...row, turn: 1 + (row.in === 'router-bgp' ? i : i + ofRouter) })),
  (row) => row.in,
)

/** `groups`: the names of peer-groups. They are complete before anybody joins, who takes over what they have then. */
export function turnOf(kind: ContextKind, line: string, groups: ReadonlySet<string>): number {
  const turn = rowsIn.get(kind)?.find((row) => row.line.test(line))?.turn ?? 0
  return kind !== 'router-bgp' || turn === 0 ? turn : groups.has(neighborOf(line) ?? '') ? turn : turn + ofRouter
}
