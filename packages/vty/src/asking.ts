import type { VtyAnswer } from './framing.ts'
import type { VtyError } from './vty-error.ts'

export type AskOptions = {
  /** Milliseconds for each answer, instead of those of the connection. */
  readonly within?: number | undefined
  /** Milliseconds for the very first answer, where those that follow may take longer: a daemon that hangs is noticed by it. */
  readonly firstWithin?: number | undefined
  /** Ends the wait: rejects with its reason, and the next ask connects anew. What was sent may still be carried out. */
  readonly signal?: AbortSignal | undefined
  /** Ask only if the daemon is still that of this `session`; otherwise the answer is `lost`. */
  readonly inSession?: number | undefined
}

export type VtyAnswers = {
  /** To the first commands, in order; to all when there is no error. */
  readonly answers: readonly VtyAnswer[]
  /** Why the others have none. The daemon may have carried out any of those that were sent. */
  readonly error?: VtyError
}

/** Asks within a conversation: nobody else's commands come between. */
export type Say = (commands: readonly string[], options?: { readonly pipelined?: boolean }) => Promise<VtyAnswers>
