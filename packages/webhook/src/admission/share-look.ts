/**
 * Looks one after the other, and whoever asks meanwhile shares the next one: what was written before the question counts, and a
 * hundred writes at once are a few looks. A look has the signal of the first who shares it, which ends before those of the others.
 */
export function shareLook<T>(look: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<T> | undefined

  async function lookAfter(before: Promise<unknown>, signal: AbortSignal): Promise<T> {
    await before.catch(() => undefined)
    next = undefined
    return look(signal)
  }
  return (signal) => {
    if (next === undefined) {
      next = lookAfter(running, signal)
      running = next
    }
    return next
  }
}
