import { expect, test } from 'vitest'
import { percentile } from './percentile.ts'

const fifty = Array.from({ length: 50 }, (_, i) => 50 - i)

test.each([
  { case: 'half of fifty', values: fifty, share: 0.5, answer: 25 },
  { case: '99 of a hundred, out of fifty: the last', values: fifty, share: 0.99, answer: 50 },
  { case: 'one value', values: [7], share: 0.5, answer: 7 },
])('$case', ({ values, share, answer }) => {
  expect(percentile(values, share)).toBe(answer)
})
