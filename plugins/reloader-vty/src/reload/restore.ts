import { isEmpty } from '@frrkit/frr-text'
import type { Reloader } from '@frrkit/plugin'
import type { Frr } from '../frr/frr.ts'
import { type Position, positionAt, settled } from '../frr/position.ts'
import { withoutKnown } from '../state/known.ts'
import { bring, type Goal } from './bring.ts'

/** What to go back to after a refusal. */
export type Back = {
  readonly text: string
  readonly goal: Goal
}

/**
 * Goes back and proves it; the position is then that of before. `undefined`: neither our own plan nor the fallback could,
 * and FRR runs a mixture.
 */
export async function restore(
  frr: Frr,
  { text, goal }: Back,
  fallback: Reloader | undefined,
  signal: AbortSignal,
): Promise<Position | undefined> {
  const read = await frr.read()
  if (!read.ok) return undefined
  const brought = await bring(frr, positionAt(read, goal.wanted), goal, { careful: true })
  if (brought.status === 'there') return brought.position
  if (fallback === undefined || brought.status === 'away') return undefined
  const outcome = await fallback.reload(text, signal)
  const now = outcome.status === 'accepted' ? await frr.read() : undefined
  if (now?.ok !== true) return undefined
  const position = positionAt(now, goal.wanted)
  return isEmpty(withoutKnown(position.shown, goal.known)) ? settled(position, goal.wanted) : undefined
}
