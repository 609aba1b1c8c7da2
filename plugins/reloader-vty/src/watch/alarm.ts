/** Rings once, at the earliest of the times that it was set to. */
export type Alarm = {
  /** In so many milliseconds at the latest. */
  within(ms: number): void
  /** Resolves when it rings, or has rung since the last call. Rejects after an abort, with its reason. */
  ring(signal: AbortSignal): Promise<void>
  stop(): void
}

export function createAlarm(): Alarm {
  let timer: NodeJS.Timeout | undefined
  let at = Number.POSITIVE_INFINITY
  let rung = false
  let wake: (() => void) | undefined
  const stop = (): void => {
    clearTimeout(timer)
    at = Number.POSITIVE_INFINITY
  }
  return {
    within(ms) {
      const then = performance.now() + ms
      if (then >= at) return
      stop()
      at = then
      timer = setTimeout(() => {
        stop()
        rung = true
        wake?.()
      }, ms)
      // Whoever does not wait for it may end before.
      timer.unref()
    },
    ring(signal) {
      return new Promise((resolve, reject) => {
        const end = (): void => {
          wake = undefined
          signal.removeEventListener('abort', onAbort)
        }
        const onAbort = (): void => {
          end()
          reject(signal.reason)
        }
        wake = () => {
          end()
          rung = false
          resolve()
        }
        signal.addEventListener('abort', onAbort)
        if (signal.aborted) onAbort()
        else if (rung) wake()
      })
    },
    stop,
  }
}
