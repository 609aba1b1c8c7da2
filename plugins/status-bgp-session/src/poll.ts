import { setTimeout as sleep } from 'node:timers/promises'
import { type BgpNeighborStatus, bgpNeighbors, VtyConnection, type VtyError, type VtyPlaces } from '@frrkit/vty'

export type PollOptions = VtyPlaces & {
  /** Milliseconds between two looks; more where bgpd needs long for its answer. */
  readonly every: number
  /** `settled` is false while bgpd has just begun: what is missing will be configured again in a moment. */
  readonly seen: (neighbors: readonly BgpNeighborStatus[], settled: boolean) => void
  /** bgpd does not answer; undefined once it does again. */
  readonly troubled: (error: VtyError | undefined) => void
  readonly signal: AbortSignal
}

/** bgpd answers in its only thread, in which it also keeps its sessions: a twentieth of it is ours at most … */
const share = 20
/** … as long as an object is still never older than two seconds, in milliseconds. */
const longest = 1_500
/** Milliseconds that a bgpd that came back has to get its configuration again. */
const settling = 5_000

/** Looks at bgpd again and again, until the signal aborts. */
export async function poll({ every, seen, troubled, signal, ...places }: PollOptions): Promise<void> {
  const bgpd = new VtyConnection({ daemon: 'bgpd', ...places })
  let trouble: string | undefined
  let session = 0
  let settledAt = 0
  try {
    while (!signal.aborted) {
      const began = performance.now()
      const shown = await bgpNeighbors(bgpd, { signal })
      const took = performance.now() - began
      if (shown.ok) {
        // Another connection than before: bgpd may have begun anew.
        if (session !== 0 && session !== bgpd.session) settledAt = performance.now() + settling
        session = bgpd.session
        seen(shown.value, performance.now() >= settledAt)
      }
      const words = shown.ok ? undefined : shown.error.words
      if (words !== trouble) troubled(shown.ok ? undefined : shown.error)
      trouble = words
      await sleep(Math.max(every, Math.min(took * share, longest)), undefined, { signal })
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    bgpd.close()
  }
}
