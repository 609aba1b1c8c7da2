import type { ConfigSource, Notice, Reloader } from '@frrkit/plugin'
import type { Clock } from '@frrkit/reload'

/** Milliseconds until a watch that ended is begun again; doubled each time up to the last. */
const firstPause = 1_000
const longestPause = 30_000

type Until = { readonly clock: Clock; readonly signal: AbortSignal }

/** Watches a source until the signal aborts; a watch that ends or breaks is begun again, and the source read anew. */
export function keepWatching(source: ConfigSource, changed: () => void, until: Until): Promise<void> {
  // Why it broke shows when the source is read, which happens at its end: `gather` turns that into a problem.
  return keepOn((noticed, signal) => source.watch(noticed, signal), changed, changed, until)
}

/** The same for a reloader that looks after its FRR; others do nothing between reloads. */
export async function keepLookingAfter(
  reloader: Reloader,
  noticed: (notice: Notice) => void,
  until: Until,
): Promise<void> {
  if (reloader.watch === undefined) return
  const broken = () => noticed({ kind: 'again', words: `${reloader.name} lost sight of FRR` })
  await keepOn(async (news, signal) => reloader.watch?.(news, signal), noticed, broken, until)
}

async function keepOn<T extends readonly unknown[]>(
  watch: (noticed: (...news: T) => void, signal: AbortSignal) => Promise<void>,
  noticed: (...news: T) => void,
  ended: () => void,
  { clock, signal }: Until,
): Promise<void> {
  for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 2, longestPause)) {
    try {
      await watch((...news) => {
        pause = firstPause
        noticed(...news)
      }, signal)
    } catch {
      // Either way it is over, and `ended` makes the best of it.
    }
    if (signal.aborted) return
    ended()
    await sleep(pause, clock, signal)
  }
}

async function sleep(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const wake = () => resolve()
  const cancel = clock.setTimer(ms, wake)
  signal.addEventListener('abort', wake, { once: true })
  await promise
  cancel()
  // Otherwise one more of them stayed after each pause, for the life of the process.
  signal.removeEventListener('abort', wake)
}
