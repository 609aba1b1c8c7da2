import { expect, test } from 'vitest'
import { answerTime } from './answer-time.ts'

test.each([
  { major: 8, lines: 0, ms: 30_000 },
  { major: 8, lines: 1_000, ms: 110_000 },
  { major: 8, lines: 200_000, ms: 2_147_483_647 },
  { major: 10, lines: 200_000, ms: 430_000 },
])('FRR $major may take $ms ms for a batch of $lines lines', ({ major, lines, ms }) => {
  expect(answerTime({ applyWithin: 30_000, lines, major })).toBe(ms)
})
