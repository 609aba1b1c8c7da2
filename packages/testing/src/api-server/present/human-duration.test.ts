import { expect, test } from 'vitest'
import { humanDuration } from './human-duration.ts'

const second = 1000
const hour = 3600 * second
const day = 24 * hour

test.each([
  { age: -5, text: '0s' },
  { age: 119 * second, text: '119s' },
  { age: 120 * second, text: '2m' },
  { age: 150 * second, text: '2m30s' },
  { age: 11 * 60 * second + second, text: '11m' },
  { age: 3 * hour + 60 * second, text: '3h1m' },
  { age: 9 * hour + 60 * second, text: '9h' },
  { age: 2 * day + 3 * hour, text: '2d3h' },
  { age: 30 * day, text: '30d' },
  { age: 800 * day, text: '2y70d' },
  { age: 9 * 365 * day, text: '9y' },
])('$text', ({ age, text }) => {
  expect(humanDuration(age)).toBe(text)
})
