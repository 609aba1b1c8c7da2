import type { Clock } from './clock.ts'

export type Debounce = {
  /** Runs at once when the last run began an interval ago or more, and otherwise once at the end of that interval. */
  request(): void
  /** Forgets a run that was requested and has not begun. */
  cancel(): void
  readonly waiting: boolean
}

/** Runs an interval after the first request, with all that came meanwhile: as the reference's `--bgp-debounce-timeout`. */
export function createWindow(clock: Clock, interval: number, run: () => void): Debounce {
  let cancelTimer: (() => void) | undefined
  return {
    request() {
      cancelTimer ??= clock.setTimer(interval, () => {
        cancelTimer = undefined
        run()
      })
    },
    cancel() {
      cancelTimer?.()
      cancelTimer = undefined
    },
    get waiting() {
      return cancelTimer !== undefined
    },
  }
}

/** A single request runs at once; a burst runs at its first request and then once per interval. Nobody waits longer. */
export function createDebounce(clock: Clock, interval: number, run: () => void): Debounce {
  let notBefore = -Infinity
  let cancelTimer: (() => void) | undefined
  const runNow = (): void => {
    cancelTimer = undefined
    notBefore = clock.now() + interval
    run()
  }
  return {
    request() {
      if (cancelTimer !== undefined) return
      const wait = notBefore - clock.now()
      if (wait <= 0) runNow()
      else cancelTimer = clock.setTimer(wait, runNow)
    },
    cancel() {
      cancelTimer?.()
      cancelTimer = undefined
    },
    get waiting() {
      return cancelTimer !== undefined
    },
  }
}
