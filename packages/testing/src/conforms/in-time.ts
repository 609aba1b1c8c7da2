/** How long a suite waits for machinery before it says what it waited for. */
export type Patience = {
  /** Milliseconds; generous by default, for a busy machine is no fault. */
  readonly within?: number
}

/** A test that waits is ended by what it waits for, with words; vitest's own limit would say neither, and come first. */
export const generous = { timeout: 120_000 }

/** The same promise, or a rejection that says what did not happen. */
export async function inTime<T>(promise: Promise<T>, what: string, { within = 30_000 }: Patience): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`${what}, within ${within} ms`)), within)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
