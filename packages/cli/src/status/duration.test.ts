import { expect, test } from 'vitest'
import { duration } from './duration.ts'

test.each([
  { milliseconds: 0, says: '0s' },
  { milliseconds: 59_999, says: '59s' },
  { milliseconds: 60_000, says: '1m 0s' },
  { milliseconds: 3_725_000, says: '1h 2m' },
  { milliseconds: 86_400_000 * 400 + 3_600_000 * 23, says: '400d 23h' },
  { milliseconds: -5, says: '0s' },
])('$milliseconds ms are $says', ({ milliseconds, says }) => {
  expect(duration(milliseconds)).toBe(says)
})
