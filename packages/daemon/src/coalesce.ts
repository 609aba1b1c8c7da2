/** Work that runs one at a time, and where any number of requests during a run become one more run. */
export type Coalesced = {
  readonly request: () => void
  /** Resolves when nothing runs and nothing is requested. */
  readonly idle: () => Promise<void>
}

/** `run` must not reject: whoever needs to know of a failure is told inside it. */
export function coalesce(run: () => Promise<void>): Coalesced {
  let running: Promise<void> | undefined
  let requested = false
  const loop = async () => {
    while (requested) {
      requested = false
      await run()
    }
    running = undefined
  }
  const idle = async (): Promise<void> => {
    if (running === undefined) return
    await running
    await idle() // A request may have come right after the end.
  }
  return {
    request: () => {
      requested = true
      running ??= loop()
    },
    idle,
  }
}
