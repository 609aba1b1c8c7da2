import { ok, type Problem, type Result } from '@frrkit/model'

/** Every value, or every problem: none hides behind the first. */
export function all<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const problems = problemsOf(results)
  return problems.length > 0
    ? { ok: false, problems }
    : ok(results.flatMap((result) => (result.ok ? [result.value] : [])))
}

/** The same for results that have names. */
export function allOf<Values extends object>(
  results: {
    readonly [Name in keyof Values]: Result<Values[Name]>
  },
): Result<Values> {
  const entries = Object.entries<Result<unknown>>(results)
  const problems = problemsOf(entries.map(([, result]) => result))
  if (problems.length > 0) return { ok: false, problems }
  // Each value is that of the result of the same name, which is what `Values` says.
  return ok(Object.fromEntries(entries.map(([name, result]) => [name, result.ok && result.value])) as Values)
}

/** The value with something done to it, or the problems as they are. */
export function mapped<T, U>(result: Result<T>, change: (value: T) => U): Result<U> {
  return result.ok ? ok(change(result.value)) : result
}

export function problemsOf(results: readonly Result<unknown>[]): readonly Problem[] {
  return results.flatMap((result) => (result.ok ? [] : result.problems))
}
