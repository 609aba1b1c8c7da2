import { expect, test } from 'vitest'
import { terminalSafe } from './terminal-safe.ts'

test.each([
  { case: 'lines', text: 'a\n  b\n', shown: 'a\n  b\n' },
  { case: 'an escape sequence', text: 'a\u001b[2Jb', shown: 'a\\u001b[2Jb' },
  { case: 'a carriage return', text: 'a\rb', shown: 'a\\u000db' },
  { case: 'a direction that hides', text: 'a\u202eb', shown: 'a\\u202eb' },
  { case: 'letters of any language', text: 'naïve 名', shown: 'naïve 名' },
])('$case', ({ text, shown }) => {
  expect(terminalSafe(text)).toBe(shown)
})
