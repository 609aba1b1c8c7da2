import type { Comparison, Context, ContextChange, FrrText } from '@frrkit/frr-text'
import { entering, type Line, saying } from './line.ts'
import type { Phase } from './order.ts'
import { changeRouter } from './router.ts'

/** A line and when it has its turn. */
export type Phased = { readonly phase: Phase; readonly line: Line }

/** A `router bgp` block of one text, with its families. */
export type Router = {
  readonly opener: string
  readonly vrf: string
  readonly contexts: readonly Context[]
}

/** Instances that come, go, or are made again because their AS changes; and what changes inside those that stay. */
export function planRouters(before: FrrText, after: FrrText, { contexts }: Comparison): readonly Phased[] {
  const [had, has] = [routersOf(before), routersOf(after)]
  const changes = Map.groupBy(contexts.filter(isOfRouter), ({ path }) => path[0] ?? '')
  const isWhole = (change: ContextChange['change']) => (context: ContextChange) =>
    context.change === change && context.path.length === 1
  const gone = [...changes.values()].flat().filter(isWhole('removed'))
  const come = [...changes.values()].flat().filter(isWhole('added'))
  const openers = new Set(gone.map(({ path }) => path[0]))
  const inside = [...changes].flatMap(([opener, changed]) => {
    const router = has.get(opener)
    if (router === undefined || openers.has(opener)) return []
    const { first, last } = changeRouter(had.get(opener), router, changed)
    return [...phased('router lines that go', first), ...phased('router lines that come', last)]
  })
  return [
    ...inside,
    // bgpd keeps the default instance while the others need it.
    ...phased('routers that go', gone.toSorted(byVrf).toReversed().map(removal)),
    ...phased('routers that come', come.toSorted(byVrf).map(opening)),
  ]
}

function routersOf({ contexts }: FrrText): ReadonlyMap<string, Router> {
  const groups = Map.groupBy(contexts.filter(isOfRouter), ({ path }) => path[0] ?? '')
  return new Map(
    [...groups].map(([opener, own]) => [opener, { opener, vrf: vrfOfOpener(opener), contexts: own }] as const),
  )
}

function isOfRouter({ path }: { readonly path: readonly string[] }): boolean {
  return path[0]?.startsWith('router bgp ') === true
}

/** Empty for the default VRF, so that it is sorted before the others. */
function vrfOfOpener(opener: string): string {
  return / vrf (\S+)$/.exec(opener)?.[1] ?? ''
}

function byVrf(a: ContextChange, b: ContextChange): number {
  const [one, other] = [vrfOfOpener(a.path[0] ?? ''), vrfOfOpener(b.path[0] ?? '')]
  return one < other ? -1 : one > other ? 1 : 0
}

function removal({ path }: ContextChange): Line {
  return saying([], `no ${path[0]}`)
}

function opening(change: ContextChange): Line {
  return entering(change)
}

function phased(phase: Phase, lines: readonly Line[]): readonly Phased[] {
  return lines.map((line) => ({ phase, line }))
}
