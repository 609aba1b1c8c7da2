/** Work that runs one at a time, and where any number of requests during a run become one more run. */
export type Coalesced = {
  request(): void
  /** Resolves when nothing runs and nothing is requested. */
  idle(): Promise<void>
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
  return {
    request: () => {
      requested = true
      running ??= loop()
    },
    idle: async () => {
      while (running !== undefined) await running
    },
  }
}
