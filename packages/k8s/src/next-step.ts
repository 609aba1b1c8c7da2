import type { KubeError } from './kube-error.ts'

/** How a list or a watch came to its end. */
export type Ended =
  | { readonly how: 'listed' }
  /** The server ended the watch in order, as it does every few minutes. */
  | { readonly how: 'closed' }
  /** Not a byte within the time in which a healthy server would have sent a bookmark. */
  | { readonly how: 'silent' }
  | { readonly how: 'failed'; readonly during: 'list' | 'watch'; readonly error: KubeError }

/** What to do, and in how many milliseconds. `failures` is what to pass next time. */
export type NextStep = { readonly step: 'list' | 'watch'; readonly after: number; readonly failures: number }

export type Circumstances = {
  /** Ends in a row that were no good. */
  readonly failures: number
  /** Whether the watch that ended had delivered anything, or stood for a while. */
  readonly healthy: boolean
  /** 0 to 1. */
  readonly random: number
}

const firstPause = 1_000
const longestPause = 30_000
/** A server may ask for more than that, but a mistake of its clock must not stop us for days. */
const longestRetryAfter = 300_000
/** So often a watch is tried again from where it broke off; then the truth is asked for. */
const watchTries = 5

/** The whole policy of following a collection: pure, so that an hour without API server takes a test no time. */
export function nextStep(ended: Ended, { failures: before, healthy, random }: Circumstances): NextStep {
  const failures = healthy ? 0 : before
  const pause = backoff(failures + 1, random)
  switch (ended.how) {
    case 'listed':
      // A list alone proves little: a server that lists and then refuses every watch must not be asked in a loop.
      return { step: 'watch', after: 0, failures }
    case 'closed':
      // All watches of all nodes end at once when a server restarts; a second of jitter spreads their return.
      return healthy
        ? { step: 'watch', after: random * 1_000, failures: 0 }
        : { step: 'watch', after: pause, failures: failures + 1 }
    case 'silent':
      // Events may have been lost, or the server believes in a future that never was (an etcd restored from backup).
      return { step: 'list', after: failures === 0 ? 0 : pause, failures: failures + 1 }
    case 'failed':
      return afterFailure(ended, { failures, pause })
  }
}

function afterFailure(
  { during, error }: Extract<Ended, { how: 'failed' }>,
  { failures, pause }: { readonly failures: number; readonly pause: number },
): NextStep {
  const asked = Math.min(error.retryAfter ?? 0, longestRetryAfter)
  if (error.reason === 'expired') return { step: 'list', after: failures === 0 ? 0 : pause, failures: failures + 1 }
  const again = during === 'watch' && resumable.has(error.reason) && failures + 1 < watchTries
  return { step: again ? 'watch' : 'list', after: Math.max(asked, pause), failures: failures + 1 }
}

/** What says nothing against the resource version that the watch had come to. */
const resumable: ReadonlySet<KubeError['reason']> = new Set([
  'unreachable',
  'late',
  'throttled',
  'unavailable',
  'unauthorized',
])

/** Doubles up to the longest pause; between half of it and all of it, so that nodes do not come back all at once. */
function backoff(failures: number, random: number): number {
  return Math.min(longestPause, firstPause * 2 ** (failures - 1)) * (0.5 + random / 2)
}
