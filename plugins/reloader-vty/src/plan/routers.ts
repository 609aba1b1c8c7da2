import { type Comparison, type Context, type FrrText, isSince, type Release } from '@frrkit/frr-text'
import { dependentLines, importsThatGo, labelsThatGo } from './dependents.ts'
import { removedOnceMore } from './hidden-default.ts'
import { layL3VnisAside } from './l3-vnis.ts'
import { entering, type Line, saying, topLevel } from './line.ts'
import { changeNetworks, isOfNetworks } from './networks.ts'
import type { Phase } from './order.ts'
import type { Phased } from './phased.ts'
import { changeRouter } from './router.ts'
import { importedInstances, isDefault, isOfRouter, type Router, routersOf, vrfOf } from './router-blocks.ts'
import { changesOfRouters } from './router-changes.ts'

/** Instances that come, go, or are made again because their AS changes; and what changes inside those that stay. */
export function planRouters(
  before: FrrText,
  after: FrrText,
  comparison: Comparison,
  release: Release,
): readonly Phased[] {
  const shown = shownInstances(after, release)
  const own = comparison.contexts.filter(isOfRouter)
  if (shown.length === 0 && own.every(isOfNetworks)) return changeNetworks(own)
  const [had, has] = [routersOf(before), routersOf(after)]
  const { gone, come, changes } = changesOfRouters(had, has, comparison, release, shown)
  const goneVrfs = new Set(gone.map(vrfOf))
  const again = shown.filter(({ path: [opener = ''] }) => goneVrfs.has(vrfOf(opener)))
  const dependents = gone.some(isDefault) ? dependentLines(had, has, gone) : nothing
  // The lines of the default instance go one by one anyway.
  const others = gone.filter((opener) => !isDefault(opener))
  const coming = new Set(come)
  const inside = [...changes].flatMap(([opener, changed]) => {
    const isNew = coming.has(opener)
    const router = has.get(opener) ?? emptied(had.get(opener))
    if (router === undefined) return []
    const { first, last } = changeRouter(isNew ? undefined : had.get(opener), router, changed, release)
    return [...phased('router lines that go', first), ...phased('router lines that come', last)]
  })
  return [
    ...layL3VnisAside(before, after, gone),
    ...phased(
      'router lines that go',
      withoutTwice([...dependents.first, ...importsThatGo(had, has, others), ...labelsThatGo(had, others, release)]),
    ),
    ...inside,
    ...phased('router lines that come', dependents.last),
    // bgpd keeps the default instance while the others need it.
    ...phased(
      'routers that go',
      gone.toReversed().map((opener) => saying(topLevel, `no ${opener}`)),
    ),
    ...phased('routers that go', removedOnceMore(release, [...had.keys()], gone, come)),
    ...phased('routers that come', [
      ...come.map((opener) => entering({ kind: 'router-bgp', path: [opener] })),
      ...again.map(entering),
    ]),
  ]
}

/** Up to 9, FRR shows the instances that it made itself because of an import. */
export function shownInstances(after: FrrText, release: Release): readonly Context[] {
  if (isSince(release, 10)) return []
  const imported = importedInstances(routersOf(after).values())
  return [...imported.values()].map((opener) => ({ kind: 'router-bgp', path: [opener], lines: [] }))
}

/**
 * The default instance goes line by line: its imports keep it from being removed, and from 10 on bgpd only hides it while
 * there are others, those that it made itself among them, and has all its lines again when it comes back.
 */
function emptied(router: Router | undefined): Router | undefined {
  return router?.vrf === '' ? { ...router, contexts: [] } : undefined
}

const nothing = { first: [], last: [] }

function withoutTwice(lines: readonly Line[]): readonly Line[] {
  return [...new Map(lines.map((line) => [[...line.path, line.line].join('\n'), line])).values()]
}

function phased(phase: Phase, lines: readonly Line[]): readonly Phased[] {
  return lines.map((line) => ({ phase, line }))
}
