export type Turns = {
  /** Runs `use` when all that came before have ended. Who is aborted while waiting rejects at once, and then `use` never runs. */
  take<T>(use: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/** One at a time, in the order of asking. */
export function createTurns(): Turns {
  let last: Promise<unknown> | undefined
  return {
    take(use, signal) {
      const begin = async () => {
        signal?.throwIfAborted()
        return await use()
      }
      const waits = last !== undefined
      const turn = last === undefined ? begin() : last.then(begin)
      const ended = turn
        .catch(() => {})
        .finally(() => {
          if (last === ended) last = undefined
        })
      last = ended
      return waits && signal !== undefined ? untilAborted(turn, signal) : turn
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
