import type { ContextChange } from '@frrkit/frr-text'
import { replaceLines } from './change-lines.ts'
import type { Phased } from './phased.ts'

/** Networks have no order, and say nothing of neighbors: most changes are made of them, and take no longer than that. */
export function isOfNetworks({ change, removed, added }: ContextChange): boolean {
  return change === 'changed' && [removed, added].every((lines) => lines.every((line) => line.startsWith('network ')))
}

export function changeNetworks(changes: readonly ContextChange[]): readonly Phased[] {
  const plans = changes.map(({ kind, path, removed, added }) => replaceLines({ kind, path }, removed, added))
  const [gone, added] = [plans.flatMap((plan) => plan.gone), plans.flatMap((plan) => plan.added)]
  return [
    ...gone.toReversed().map((line) => ({ phase: 'router lines that go' as const, line })),
    ...added.map((line) => ({ phase: 'router lines that come' as const, line })),
  ]
}
