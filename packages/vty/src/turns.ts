export type Turns = {
  /** Runs `use` when all that came before have ended. An abort rejects at once, also while waiting; then `use` never runs. */
  take<T>(use: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/** One at a time, in the order of asking. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    take(use, signal) {
      const turn = last.then(() => {
        signal?.throwIfAborted()
        return use()
      })
      last = turn.catch(() => {})
      return signal ? untilAborted(turn, signal) : turn
    },
  }
}

function untilAborted<T>(turn: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason)
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
    // A signal may live as long as the daemon: whoever listens to it must also leave.
    turn.finally(() => signal.removeEventListener('abort', onAbort)).then(resolve, reject)
  })
}
