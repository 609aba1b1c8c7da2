import type { Outcome } from '@frrkit/plugin'

/** What is known about FRR and about the wish: the text of whole frr.confs. */
export type ReloadState = {
  readonly wanted?: string | undefined
  /** What FRR runs; absent when nobody knows. */
  readonly running?: string | undefined
  /** What FRR accepted last, to fall back to. */
  readonly lastGood?: string | undefined
  /** What FRR refused since it accepted something; it is not tried again by itself. */
  readonly refused?: string | undefined
}

/** What FRR is told next: what is wanted, or, after a refusal that left a mixture behind, what it accepted last. */
export type Goal = { readonly kind: 'apply' | 'restore'; readonly text: string }

export function nextGoal({ wanted, running, lastGood, refused }: ReloadState): Goal | undefined {
  if (wanted === undefined) return undefined
  // What FRR runs is asked for once more after a refusal: otherwise the refusal would stay the last word about FRR.
  if (wanted !== refused)
    return wanted === running && refused === undefined ? undefined : { kind: 'apply', text: wanted }
  if (running !== undefined || lastGood === undefined || lastGood === refused) return undefined
  return { kind: 'restore', text: lastGood }
}

export function afterOutcome(state: ReloadState, { kind, text }: Goal, outcome: Outcome): ReloadState {
  switch (outcome.status) {
    case 'accepted':
      return { ...state, running: text, lastGood: text, refused: kind === 'apply' ? undefined : state.refused }
    case 'rejected':
      return {
        ...state,
        refused: kind === 'apply' ? text : state.refused,
        running: outcome.running === 'unchanged' ? state.running : undefined,
      }
    case 'unreachable':
      // Whatever FRR ran, it may come back with nothing.
      return { ...state, running: undefined }
  }
}

/** One answer for a refusal and the way back from it, in the words of both. */
export function afterRestore(refusal: Outcome, restore: Outcome): Outcome {
  const restored = restore.status === 'accepted'
  const words = restored
    ? 'The configuration that FRR accepted last was applied again.'
    : `The configuration that FRR accepted last could not be applied again: ${restore.words}`
  const { by, because } = refusal
  const { lines, problems } = refusal.status === 'rejected' ? refusal : {}
  return {
    ...(by !== undefined && { by }),
    ...(because !== undefined && { because }),
    status: 'rejected',
    running: restored ? 'unchanged' : 'unknown',
    words: `${refusal.words.trimEnd()}\n${words}`,
    ...(lines !== undefined && { lines }),
    ...(problems !== undefined && { problems }),
  }
}
