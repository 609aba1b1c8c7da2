import { expect, test } from 'vitest'
import { parseDuration, wholeSeconds } from './duration.ts'

test.each([
  { text: '90s', seconds: 90 },
  { text: '1h30m', seconds: 5400 },
  { text: '18h12m15s', seconds: 65_535 },
  { text: '1.5s', seconds: 1 },
  { text: '.5m', seconds: 30 },
  { text: '1.s', seconds: 1 },
  { text: '300ms', seconds: 0 },
  { text: '2999ms', seconds: 2 },
  { text: '1000000us', seconds: 1 },
  { text: '2000000\u00b5s', seconds: 2 },
  { text: '3000000\u03bcs', seconds: 3 },
  { text: '1000000000ns', seconds: 1 },
  { text: '-5s', seconds: -5 },
  { text: '+5s', seconds: 5 },
  { text: '-500ms', seconds: 0 },
  { text: '0', seconds: 0 },
  { text: '-0', seconds: 0 },
  { text: '1s1s', seconds: 2 },
])('$text is $seconds whole seconds', ({ text, seconds }) => {
  const duration = parseDuration(text)
  expect(duration === undefined ? undefined : wholeSeconds(duration)).toBe(seconds)
})

test('a long text that is none is refused in a moment', () => {
  expect(parseDuration('1'.repeat(100_000))).toBeUndefined()
})

test.each([
  '',
  '90',
  's',
  '1',
  '-',
  '+',
  '.s',
  '1 s',
  '1S',
  '1d',
  '1e3s',
  '1s ',
  '0x1s',
  '--1s',
  '1..5s',
  '9999999999999h',
])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined()
})
