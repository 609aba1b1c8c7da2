import { expect, test } from 'vitest'
import { answerTime, readingTime } from './answer-time.ts'

test.each([
  { major: 8, lines: 0, ms: 30_000 },
  { major: 8, lines: 1_000, ms: 110_000 },
  { major: 8, lines: 200_000, ms: 2_147_483_647 },
  { major: 10, lines: 200_000, ms: 430_000 },
])('FRR $major may take $ms ms for a batch of $lines lines', ({ major, lines, ms }) => {
  expect(answerTime({ applyWithin: 30_000, lines, major })).toBe(ms)
})

test('a configuration of ten megabytes may take twenty seconds longer to be shown', () => {
  expect(readingTime({ answerWithin: 10_000, text: ' '.repeat(10_000_000) })).toBe(30_000)
})
