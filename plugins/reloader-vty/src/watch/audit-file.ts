import { isSaved, persist } from '@frrkit/vty/conf-file'
import type { State } from '../state/state.ts'
import type { Audited } from './audit.ts'

/**
 * Whether FRR would come up with what it runs: what could not be written is tried again, and what somebody else has written
 * gives way with the next reload.
 */
export async function auditFile(
  state: State,
  { confFile, mend }: { readonly confFile: string; readonly mend: boolean },
): Promise<Audited> {
  const { unsaved, verified } = state
  if (verified === undefined) return { state }
  if (unsaved !== undefined) {
    const saved = (await persist(confFile, verified.text)) === undefined
    return saved ? { state, notice: { kind: 'again', words: `${confFile} can be written again` } } : { state }
  }
  // Where FRR itself is in question, the next reload writes the file anyway; where somebody insists on what FRR runs, the
  // file is as much theirs: two of us at one FRR would write it in turn for ever.
  if (!mend || state.suspect !== undefined || state.drift.size > 0 || isSaved(confFile, verified.text)) return { state }
  const overwritten = `${confFile} was changed by somebody else`
  return { state: { ...state, overwritten }, notice: { kind: 'again', words: overwritten } }
}
