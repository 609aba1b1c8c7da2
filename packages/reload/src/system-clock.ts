import type { Clock } from './clock.ts'

/** The monotonic clock of this machine: setting the time of day does not move it. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer(ms, fn) {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
}
