/** Time, as an argument: tests pass one that they move themselves. Milliseconds. */
export type Clock = {
  /** Only differences mean anything. */
  now(): number
  /** Calls once, never before it has returned; the answer cancels. */
  setTimer(ms: number, fn: () => void): () => void
}

/** The monotonic clock of this machine. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer(ms, fn) {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
}

/** Resolves after that time, or as soon as the signal aborts. */
export function sleep(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const wake = () => {
      cancel()
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const cancel = clock.setTimer(ms, wake)
    signal.addEventListener('abort', wake, { once: true })
  })
}
