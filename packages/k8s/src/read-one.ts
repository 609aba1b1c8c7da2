import { type Clock, sleep } from './clock.ts'
import type { KubeError, KubeResult } from './kube-error.ts'
import type { KubeObject } from './kube-object.ts'
import { nextStep } from './next-step.ts'

export type ReadOneOptions = {
  readonly get: (name: string) => Promise<KubeResult<KubeObject>>
  /** `undefined` for an object that does not exist. */
  readonly put: (name: string, object: KubeObject | undefined) => void
  /** Tells of failures; whatever is in the way keeps the object from being known. */
  readonly troubled: (error: KubeError | undefined) => void
  /** The list that is under way, which began before anybody asked for this object. */
  readonly listed: () => Promise<unknown> | undefined
  /** How many events the watch has delivered. */
  readonly deliveries: () => number
  readonly clock: Clock
  readonly random: () => number
  readonly signal: AbortSignal
}

/** Reads one object beside a list-watch that has left it out so far, and again until there is an answer. */
export async function readOne(name: string, options: ReadOneOptions): Promise<void> {
  const { get, put, troubled, listed, deliveries, clock, random, signal } = options
  for (let failures = 0; !signal.aborted; ) {
    await listed()
    const before = deliveries()
    const got = await get(name)
    if (!got.ok && got.error.reason !== 'not-found') {
      const ended = { how: 'failed', during: 'list', error: got.error } as const
      const next = nextStep(ended, { failures, healthy: false, random: random() })
      failures = next.failures
      troubled(got.error)
      await sleep(next.after, clock, signal)
    } else if (before === deliveries() && listed() === undefined) {
      if (failures > 0) troubled(undefined)
      return put(name, got.ok ? got.value : undefined)
    }
    // Otherwise the watch said something meanwhile, perhaps of this object, and nobody knows which word is newer.
  }
}
