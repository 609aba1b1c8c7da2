import { expect, test } from 'vitest'
import { say } from './say.ts'

test.each([
  { value: 'eth0', words: 'eth0' },
  { value: '', words: '""' },
  { value: 'two words', words: '"two words"' },
  { value: 'two\nlines', words: '"two\\nlines"' },
  { value: 'naïve', words: '"naïve"' },
  { value: 90, words: '90' },
  { value: true, words: 'true' },
  { value: undefined, words: 'nothing' },
  { value: 'x'.repeat(100), words: `${'x'.repeat(80)}…` },
])('$value is printed as $words', ({ value, words }) => {
  expect(say(value)).toBe(words)
})
