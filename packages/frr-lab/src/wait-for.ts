import { setTimeout as sleep } from 'node:timers/promises'

/** Answers something once the state is reached, `undefined` until then; `seen` notes the state for the error message. */
export type Probe<T> = (seen: (state: string) => void) => T | undefined | Promise<T | undefined>

export type WaitOptions = {
  /** Milliseconds until giving up. The probe runs at least once, and once more at the deadline. */
  readonly within: number
  /** Milliseconds between two probes. */
  readonly every?: number
  readonly signal?: AbortSignal
}

/** Polls until the probe answers. Throws what was awaited, how long and the last state seen; what the probe throws passes through. */
export async function waitFor<T>(description: string, probe: Probe<T>, options: WaitOptions): Promise<T> {
  const { within, every = 50, signal } = options
  const deadline = performance.now() + within
  let lastSeen = 'nothing'
  const seen = (state: string): void => {
    lastSeen = state
  }
  for (;;) {
    signal?.throwIfAborted()
    const answer = await probe(seen)
    if (answer !== undefined) return answer
    const left = deadline - performance.now()
    if (left <= 0) throw new Error(`waited ${within} ms for ${description}; last seen: ${lastSeen}`)
    await sleep(Math.min(every, left), undefined, signal && { signal })
  }
}
