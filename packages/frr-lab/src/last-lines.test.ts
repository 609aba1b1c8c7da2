import { expect, test } from 'vitest'
import { lastLines } from './last-lines.ts'

test.each([
  { case: 'nothing', text: '', last: '' },
  { case: 'as many as asked for', text: 'a\nb\n', last: 'a\nb' },
  { case: 'more than that', text: 'a\nb\nc\nd\n', last: '… (2 earlier lines)\nc\nd' },
])('the last two lines of: $case', ({ text, last }) => {
  expect(lastLines(text, 2)).toBe(last)
})
