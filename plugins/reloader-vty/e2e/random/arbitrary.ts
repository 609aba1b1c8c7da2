import * as fc from 'fast-check'

export function some<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.subarray([...items])
}

export function few<T>(items: readonly T[], most: number): fc.Arbitrary<T[]> {
  return fc.subarray([...items], { maxLength: most })
}

export function perhaps<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined })
}

/** Some of the names, each with a value. */
export function named<T>(names: readonly string[], arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  const values = fc.array(arbitrary, { minLength: names.length, maxLength: names.length })
  return fc.tuple(some(names), values).map(([chosen, all]) =>
    Object.fromEntries(
      chosen.flatMap((name) => {
        const value = all[names.indexOf(name)]
        return value === undefined ? [] : [[name, value]]
      }),
    ),
  )
}
