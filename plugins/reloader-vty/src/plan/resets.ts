import {
  type Comparison,
  type FrrText,
  neighborsOf,
  type Release,
  type SessionReset,
  sessionResets,
} from '@frrkit/frr-text'
import { isActivation } from './activation.ts'
import type { Line } from './line.ts'
import type { Phased } from './phased.ts'
import { instanceOf, routersOf } from './router-blocks.ts'

/**
 * The sessions that end on the way. Which families a neighbor gains or loses is taken from the commands, since lines may
 * differ where the families do not.
 */
export function resetsOf(
  before: FrrText,
  after: FrrText,
  { contexts, ...policy }: Comparison,
  release: Release,
  lines: readonly Phased[],
): readonly SessionReset[] {
  const withoutActivation = contexts.map((change) => ({
    ...change,
    removed: change.removed.filter((line) => !isActivation(line)),
    added: change.added.filter((line) => !isActivation(line)),
  }))
  const activation = lines.flatMap(({ line }) => (isActivation(line.line ?? '') ? [asChange(line)] : []))
  const resets = sessionResets({ ...before, release }, after, {
    ...policy,
    contexts: [...withoutActivation, ...activation],
  })
  // All their lines come back, which by itself says nothing of why.
  const again = madeAgain(before, lines)
  return [...resets.filter((one) => !again.some((other) => isSame(one, other))), ...again]
}

function asChange({ kind, path, line = '' }: Line): Comparison['contexts'][number] {
  return { change: 'changed', kind, path, removed: [], added: [line] }
}

/** Those of instances that go with the default one and come back as they were. */
function madeAgain(before: FrrText, lines: readonly Phased[]): readonly SessionReset[] {
  const come = new Set(lines.flatMap(({ phase, line }) => (phase === 'routers that come' ? line.path : [])))
  return [...routersOf(before).values()].flatMap(({ opener, contexts }) =>
    !come.has(opener)
      ? []
      : contexts
          .filter(({ kind }) => kind === 'router-bgp')
          .flatMap(neighborsOf)
          .map((neighbor) => ({
            vrf: instanceOf(opener).vrf,
            neighbor,
            because: ['the AS of the default router changes'],
          })),
  )
}

function isSame(one: SessionReset, other: SessionReset): boolean {
  return one.vrf === other.vrf && one.neighbor === other.neighbor
}
