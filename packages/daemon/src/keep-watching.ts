import type { ConfigSource } from '@frrkit/plugin'
import type { Clock } from '@frrkit/reload'

/** Milliseconds until a watch that ended is begun again; doubled each time up to the last. */
const firstPause = 1_000
const longestPause = 30_000

/** Watches a source until the signal aborts; a watch that ends or breaks is begun again, and the source read anew. */
export async function keepWatching(
  source: ConfigSource,
  changed: () => void,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
    try {
      await source.watch(() => {
        pause = firstPause
        changed()
      }, signal)
    } catch {
      // Why it broke shows when the source is read, which happens now: `gather` turns that into a problem.
    }
    if (signal.aborted) return
    changed()
    await sleep(pause, clock, signal)
  }
}

function sleep(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.setTimer(ms, resolve)
    signal.addEventListener(
      'abort',
      () => {
        cancel()
        resolve()
      },
      { once: true },
    )
  })
}
