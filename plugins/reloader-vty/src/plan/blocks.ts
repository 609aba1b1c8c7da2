import type { ContextChange, ContextKind } from '@frrkit/frr-text'
import { replaceLines } from './change-lines.ts'
import { entering, type Line, saying } from './line.ts'
import type { Phase } from './order.ts'
import type { Phased } from './phased.ts'
import { routesInTheWay } from './static-routes.ts'

const inTheWay = 'routes in the way'

type Phases = { readonly gone: Phase; readonly added: Phase }

const ofBfd: Phases = { gone: 'bfd profiles', added: 'bfd profiles' }
const ofKind: Partial<Readonly<Record<ContextKind, Phases>>> = { 'bfd-profile': ofBfd, 'bfd-peer': ofBfd }

const ofLine: readonly { readonly line: RegExp; readonly phases: Phases }[] = [
  // They point to route-maps, and bgpd holds on to an instance whose VRF has a VNI.
  { line: /^(?:ip(?:v6)? (?:protocol|nht) \S+ route-map |vni )/, phases: { gone: 'unreferred', added: 'referring' } },
  {
    line: /^(?:ip(?:v6)? prefix-list \S+ description|(?:ipv6 )?access-list \S+ remark) /,
    phases: { gone: 'lists that go', added: 'lists' },
  },
  { line: /^ip(?:v6)? route /, phases: { gone: 'routes that go', added: 'general' } },
]

/** Everything outside of `router bgp`: log lines, VRFs, BFD profiles, static routes. */
export function planBlocks(contexts: readonly ContextChange[]): readonly Phased[] {
  return contexts.filter(({ path }) => path[0]?.startsWith('router bgp ') !== true).flatMap(planBlock)
}

function planBlock(change: ContextChange): readonly Phased[] {
  const { kind, path, removed, added } = change
  if (change.change === 'removed' && isRemovedWhole(kind)) {
    return [
      { phase: 'bfd profiles that go', line: saying({ kind: 'bfd', path: path.slice(0, -1) }, `no ${path.at(-1)}`) },
    ]
  }
  const lines = replaceLines({ kind, path }, removed, added)
  const isInTheWay = routesInTheWay(lines.added)
  const made = change.change === 'added' && added.length === 0 && path.length > 0 ? [entering(change)] : []
  return [
    ...lines.gone.map((line) => ({ line, phase: isInTheWay(line) ? inTheWay : phasesOf(line).gone })),
    ...[...made, ...lines.added].map((line) => ({ line, phase: phasesOf(line).added })),
  ]
}

function phasesOf({ kind, line = '' }: Line): Phases {
  const own = ofLine.find((row) => row.line.test(line))
  return own?.phases ?? ofKind[kind] ?? { gone: 'general', added: 'general' }
}

/** All other blocks are of things that FRR did not make, such as interfaces: only their lines go. */
function isRemovedWhole(kind: ContextKind): boolean {
  return kind === 'bfd-profile' || kind === 'bfd-peer'
}
