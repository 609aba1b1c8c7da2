import { type Comparison, type Context, type ContextChange, isSince, type Release } from '@frrkit/frr-text'
import { isDefault, isOfRouter, type Router, vrfOf } from './router-blocks.ts'

export type RouterChanges = {
  /** The openers of instances to remove, the default one first; those to make again are in both. */
  readonly gone: readonly string[]
  readonly come: readonly string[]
  /** What changes inside, by opener; all of it for those that come. */
  readonly changes: ReadonlyMap<string, readonly ContextChange[]>
}

export function changesOfRouters(
  had: ReadonlyMap<string, Router>,
  has: ReadonlyMap<string, Router>,
  { contexts }: Comparison,
  release: Release,
  /** Instances that FRR makes for imports, and shows. */
  made: readonly Context[],
): RouterChanges {
  const own = contexts.filter(isOfRouter)
  // One that FRR made keeps its AS when the router that imports gets another one.
  const madeOf = new Map(made.map(({ path: [opener = ''] }) => [vrfOf(opener), opener]))
  const outdated = [...had.values()].filter(({ opener, vrf }) => (madeOf.get(vrf) ?? opener) !== opener)
  const gone = inOrder([...new Set([...openersOf(own, 'removed'), ...outdated.map(({ opener }) => opener)])])
  const come = openersOf(own, 'added')
  const changes = Map.groupBy(own, ({ path }) => path[0] ?? '')
  if (!isSince(release, 10) || !gone.some(isDefault) || !come.some(isDefault)) return { gone, come, changes }
  // From 10 on, bgpd only hides the default instance while there are others, and cannot give it another AS then: all
  // have to be made again.
  const again = [...has.values()].filter(({ opener }) => had.has(opener) && !isDefault(opener))
  return {
    gone: inOrder([...gone, ...again.map(({ opener }) => opener)]),
    come: inOrder([...come, ...again.map(({ opener }) => opener)]),
    changes: new Map([...changes, ...again.map((router) => [router.opener, asAdded(router)] as const)]),
  }
}

function openersOf(contexts: readonly ContextChange[], change: ContextChange['change']): readonly string[] {
  return inOrder(
    contexts
      .filter((context) => context.kind === 'router-bgp' && context.change === change)
      .flatMap(({ path }) => path),
  )
}

function inOrder(openers: readonly string[]): readonly string[] {
  return openers.toSorted((a, b) => (vrfOf(a) < vrfOf(b) ? -1 : 1))
}

function asAdded({ contexts }: Router): readonly ContextChange[] {
  return contexts.map(({ kind, path, lines }) => ({ change: 'added', kind, path, removed: [], added: lines }))
}
