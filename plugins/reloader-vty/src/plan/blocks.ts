import type { ContextChange, ContextKind } from '@frrkit/frr-text'
import { replaceLines } from './change-lines.ts'
import { entering, type Line, saying } from './line.ts'
import type { Phase } from './order.ts'
import type { Phased } from './routers.ts'

type Phases = { readonly gone: Phase; readonly added: Phase }

const usual: Phases = { gone: 'general', added: 'general' }

/** When the lines of these blocks have their turn; all others have it before policy and routers. */
const phasesOf: Partial<Readonly<Record<ContextKind, Phases>>> = {
  'bfd-profile': { gone: 'bfd profiles', added: 'bfd profiles' },
  'bfd-peer': { gone: 'bfd profiles', added: 'bfd profiles' },
}

/** Lines that point to route-maps, or that bgpd would hold on to. */
const pointing = /^(?:ip(?:v6)? protocol |vni )/
const ofList = /^ip(?:v6)? prefix-list \S+ description /

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
  const phases = phasesOf[kind] ?? usual
  const lines = replaceLines({ kind, path }, removed, added)
  const made: readonly Line[] =
    change.change === 'added' && added.length === 0 && path.length > 0 ? [entering(change)] : []
  return [
    ...lines.gone.map((line) => ({ line, phase: phaseOf(line, 'unreferred', 'lists that go', phases.gone) })),
    ...[...made, ...lines.added].map((line) => ({ line, phase: phaseOf(line, 'referring', 'lists', phases.added) })),
  ]
}

function phaseOf({ line = '' }: Line, forPointing: Phase, forLists: Phase, otherwise: Phase): Phase {
  return pointing.test(line) ? forPointing : ofList.test(line) ? forLists : otherwise
}

/** All other blocks are of things that FRR did not make, such as interfaces: only their lines go. */
function isRemovedWhole(kind: ContextKind): boolean {
  return kind === 'bfd-profile' || kind === 'bfd-peer'
}
