import { expect, test } from 'vitest'
import { visible } from './visible.ts'

test.each([
  { case: 'plain text', text: 'naïve "x" \\n 漢', shown: 'naïve "x" \\n 漢' },
  { case: 'a newline', text: 'a\nb', shown: String.raw`a\nb` },
  { case: 'a carriage return', text: 'a\rb', shown: String.raw`a\u000db` },
  { case: 'an escape', text: '\u001b[2J', shown: String.raw`\u001b[2J` },
  { case: 'a control character of 8 bits', text: '\u009b2J', shown: String.raw`\u009b2J` },
  { case: 'a line separator', text: 'a\u2028b', shown: String.raw`a\u2028b` },
  { case: 'a turn to the left', text: 'a\u202eb', shown: String.raw`a\u202eb` },
  { case: 'a zero-width space', text: 'a\u200bb', shown: String.raw`a\u200bb` },
  { case: 'half a surrogate pair', text: 'a\ud800', shown: String.raw`a\ud800` },
  { case: 'a tag', text: 'a\u{e0001}', shown: String.raw`a\u{e0001}` },
])('$case', ({ text, shown }) => {
  expect(visible(text)).toBe(shown)
})
