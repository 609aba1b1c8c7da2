import type { Comparison, FrrText } from '@frrkit/frr-text'
import type { Outcome, Reloader } from '@frrkit/plugin'
import type { Frr } from '../frr/frr.ts'
import { positionAt, settled } from '../frr/position.ts'
import { differencesOf, withoutKnown } from '../state/known.ts'
import type { State } from '../state/state.ts'

export type Handed = {
  readonly state: State
  readonly outcome: Outcome
  /** What FRR shows otherwise than wanted since then, and was not known to; absent where nothing was accepted, or read. */
  readonly left?: Comparison
}

/**
 * Lets another reloader apply the text. What FRR shows afterwards is taken for what the text means: the other one has
 * judged it, and knows lines that nobody here does.
 */
export async function handOver(
  frr: Frr,
  { text, wanted }: { readonly text: string; readonly wanted: FrrText },
  state: State,
  {
    fallback,
    because,
    signal,
  }: { readonly fallback: Reloader; readonly because: string; readonly signal: AbortSignal },
): Promise<Handed> {
  const outcome: Outcome = { ...(await fallback.reload(text, signal)), by: fallback.name, because }
  const suspect = `${fallback.name} was at work`
  if (outcome.status !== 'accepted') return { state: { ...state, suspect }, outcome }
  const read = await frr.read()
  if (!read.ok) return { state: { ...state, suspect }, outcome }
  const position = positionAt(read, wanted)
  return {
    outcome,
    left: withoutKnown(position.shown, state.accepted),
    state: {
      verified: { text, parsed: wanted },
      position: settled(position, wanted),
      accepted: differencesOf(position.shown),
      drift: new Set(),
    },
  }
}
