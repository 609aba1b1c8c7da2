import { expect, test } from 'vitest'
import { pauseAfter } from './watch.ts'

test.each([
  { case: 'a short audit', took: 5, pause: 60_000 },
  { case: 'one of which a hundredth is more', took: 1_000, pause: 100_000 },
  { case: 'one that takes long, as all does on a busy machine', took: 30_000, pause: 600_000 },
])('after $case', ({ took, pause }) => {
  expect(pauseAfter(took, 60_000)).toBe(pause)
})
