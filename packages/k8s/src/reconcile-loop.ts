import { type Clock, sleep, systemClock } from './clock.ts'
import type { KubeError, KubeResult } from './kube-error.ts'

export type ReconcileLoopOptions = {
  /** Looks at what is and at what shall be, and brings them together; never called twice at a time. */
  readonly reconcile: (signal: AbortSignal) => Promise<KubeResult<unknown>>
  /** Milliseconds from the end of one look to the beginning of the next, however often one is asked for. */
  readonly interval?: number
  readonly clock?: Clock
  /** A failure that differs from the one before, and `undefined` once it is over; for a log. */
  readonly troubled?: (error: KubeError | undefined) => void
  readonly signal: AbortSignal
}

export type ReconcileLoop = {
  /** Something may have changed. The first one after a quiet time is followed at once. */
  readonly request: () => void
  /** Resolves after the signal has aborted. */
  readonly ended: Promise<void>
}

const firstPause = 1_000
const longestPause = 30_000

/** Reconciles when asked, not too often, and again after a failure by itself; until the signal aborts. */
export function reconcileLoop(options: ReconcileLoopOptions): ReconcileLoop {
  const { reconcile, interval = 250, clock = systemClock, troubled, signal } = options
  let requested = false
  let wake: (() => void) | undefined
  signal.addEventListener('abort', () => wake?.(), { once: true })

  async function run(): Promise<void> {
    let failures = 0
    let trouble: string | undefined
    while (!signal.aborted) {
      if (!requested && failures === 0) await new Promise<void>((resolve) => (wake = resolve))
      if (signal.aborted) return
      requested = false
      const result = await reconcile(signal)
      if (signal.aborted) return
      failures = result.ok ? 0 : failures + 1
      const words = result.ok ? undefined : result.error.words
      if (words !== trouble) troubled?.(result.ok ? undefined : result.error)
      trouble = words
      await sleep(result.ok ? interval : pauseAfter(failures, result.error), clock, signal)
    }
  }
  return {
    request() {
      requested = true
      wake?.()
    },
    ended: run(),
  }
}

function pauseAfter(failures: number, { retryAfter = 0 }: KubeError): number {
  return Math.max(Math.min(firstPause * 2 ** (failures - 1), longestPause), Math.min(retryAfter, longestPause))
}
