import * as fc from 'fast-check'

export type BfdProfile = Readonly<Record<string, string | number | boolean>> & { readonly name: string }

const interval: fc.Arbitrary<number> = fc.constantFrom(10, 50, 300, 60_000)

const bfdProfile: fc.Arbitrary<Omit<BfdProfile, 'name'>> = fc.record(
  {
    receiveInterval: interval,
    transmitInterval: interval,
    echoInterval: interval,
    detectMultiplier: fc.constantFrom(2, 3, 255),
    minimumTtl: fc.constantFrom(1, 254),
    echoMode: fc.boolean(),
    passiveMode: fc.boolean(),
  },
  { requiredKeys: [] },
)

const names = ['fast', 'slow', 'x'.repeat(63), '{{name}}', '!p', 'profile'] as const

export const bfdProfiles: fc.Arbitrary<readonly BfdProfile[]> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
    fc.array(bfdProfile, { minLength: 3, maxLength: 3 }),
  )
  .map(([chosen, profiles]) => chosen.map((name, i) => ({ name, ...profiles[i] })))
