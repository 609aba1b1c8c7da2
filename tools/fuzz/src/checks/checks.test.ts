import { afterAll, expect, test } from 'vitest'
import { runFuzz } from '../run-fuzz.ts'
import { createSyntaxCheck } from '../vtysh.ts'
import { writeWorld } from '../write-world.ts'

const vtysh = createSyntaxCheck()
afterAll(vtysh.close)

// Always the same worlds: whoever broke something shall see it fail, nobody else. New ones are for `npm run fuzz`.
test.each([1, 2, 3])('every check holds in 150 worlds, seed %i', (seed) => {
  const { tally, failure } = runFuzz({ cases: 150, seed, vtysh: vtysh.check })
  expect(failure && `${failure.check}: ${failure.says}\n${writeWorld(failure.trial)}`).toBeUndefined()
  expect(tally.cases).toBe(150)
  expect(tally.accepted).toBeGreaterThan(75)
  expect(tally.accepted).toBeLessThan(145)
})
