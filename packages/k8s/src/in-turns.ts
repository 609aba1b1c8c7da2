/** So many requests at a time: the first look at a thousand sessions must not take minutes, nor flood the API server. */
const atOnce = 8

/** Runs every step, some at a time; in order of their results. */
export async function inTurns<T>(steps: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const results: T[] = []
  for (let from = 0; from < steps.length; from += atOnce) {
    results.push(...(await Promise.all(steps.slice(from, from + atOnce).map((step) => step()))))
  }
  return results
}
