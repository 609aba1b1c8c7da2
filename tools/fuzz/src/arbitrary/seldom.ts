import * as fc from 'fast-check'

/** Mostly absent, as in most objects: `others` to one. */
export function seldom<T>(arbitrary: fc.Arbitrary<T>, others = 2): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    // A failing world shrinks to one without.
    { withCrossShrink: true },
    { arbitrary: fc.constant(undefined), weight: others },
    { arbitrary, weight: 1 },
  )
}
