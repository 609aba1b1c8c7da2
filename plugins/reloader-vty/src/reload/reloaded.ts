import type { Outcome, RefusedLine } from '@frrkit/plugin'
import { notSaved, type Prepared } from '@frrkit/vty/conf-file'
import { idleWords } from '../frr/idle.ts'
import type { State } from '../state/state.ts'

/** How FRR stands after a reload, and what to say about it. */
export type Reloaded = { readonly state: State; readonly outcome: Outcome }

const by = 'reloader-vty'

export type Acceptance = Partial<Extract<Outcome, { status: 'accepted' }>>

/** FRR runs it: now it may stand in frr.conf. If it cannot, that is said as long as it lasts. */
export async function accept(state: State, how: Acceptance, saving: Prepared): Promise<Reloaded> {
  const unsaved = await saving.commit()
  const { overwritten, verified, position } = state
  const idle = verified && position && idleWords(verified.parsed, position.byDaemon)
  const besides = [idle, unsaved === undefined ? undefined : notSaved(unsaved)]
  // A fallback may have said the same.
  const warnings = [...new Set([...(how.warnings ?? []), ...besides.filter((words) => words !== undefined)])]
  return {
    state: { ...state, unsaved, overwritten: undefined },
    outcome: {
      by,
      ...(overwritten !== undefined && unsaved === undefined && { mended: overwritten }),
      ...how,
      status: 'accepted',
      changed: how.changed ?? false,
      words: how.words ?? '',
      ...(warnings.length > 0 && { warnings }),
    },
  }
}

/** Why, and the lines that this is about, where they are known. */
export type Refusal = { readonly words: string; readonly lines?: readonly RefusedLine[] }

export function refuse(state: State, { words, lines = [] }: Refusal, running: 'unchanged' | 'unknown'): Reloaded {
  return { state, outcome: { status: 'rejected', words, running, ...(lines.length > 0 && { lines }), by } }
}

export function away(state: State, words: string): Reloaded {
  return { state: { ...state, suspect: 'FRR was away' }, outcome: { status: 'unreachable', words, by } }
}
