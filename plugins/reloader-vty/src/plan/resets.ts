import { type Comparison, type FrrText, type Release, type SessionReset, sessionResets } from '@frrkit/frr-text'
import { isActivation } from './activation.ts'
import type { Line } from './line.ts'
import type { Phased } from './phased.ts'

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
  return sessionResets({ ...before, release }, after, { ...policy, contexts: [...withoutActivation, ...activation] })
}

function asChange({ kind, path, line = '' }: Line): Comparison['contexts'][number] {
  return { change: 'changed', kind, path, removed: [], added: [line] }
}
