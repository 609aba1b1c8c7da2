/** Time, as an argument: tests pass one that they move themselves. Milliseconds. */
export type Clock = {
  /** Only differences mean anything. */
  now(): number
  /** Calls once, never before it has returned; the answer cancels. */
  setTimer(ms: number, fn: () => void): () => void
}
