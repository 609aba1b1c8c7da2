import type { Clock } from './clock.ts'

/** Runs something with a signal that aborts with the caller's, or with a `TimeoutError` when the time is over. */
export async function withDeadline<T>(
  { ms, clock, signal }: { readonly ms: number; readonly clock: Clock; readonly signal: AbortSignal | undefined },
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  // Not AbortSignal.any: it leaves something behind at a signal that lives as long as the daemon.
  const controller = new AbortController()
  const abort = () => controller.abort(new DOMException('aborted', 'AbortError'))
  const cancel = clock.setTimer(ms, () => controller.abort(new DOMException('no answer in time', 'TimeoutError')))
  signal?.addEventListener('abort', abort, { once: true })
  if (signal?.aborted) abort()
  try {
    return await run(controller.signal)
  } finally {
    cancel()
    signal?.removeEventListener('abort', abort)
  }
}
