import { expect, test } from 'vitest'
import { bounded } from './bounded.ts'

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`).join('\n')

test.each([
  { case: 'a text that fits', text: 'a\nb\n', maxBytes: 100, shown: 'a\nb\n' },
  {
    case: 'one that does not',
    text: lines(40),
    maxBytes: 80,
    shown: 'line 0\nline 1\nline 2\nline 3\n! cut by frrkit: 36 of 40 lines are not shown',
  },
  {
    case: 'characters that JSON writes longer',
    text: `${'\u0001'.repeat(10)}\nb\n${lines(40)}`,
    maxBytes: 80,
    shown: '! cut by frrkit: 42 of 42 lines are not shown',
  },
  {
    case: 'one line that is too long by itself',
    text: 'ü'.repeat(100),
    maxBytes: 80,
    shown: '! cut by frrkit: 1 of 1 lines are not shown',
  },
])('$case', ({ text, maxBytes, shown }) => {
  expect(bounded(text, maxBytes)).toBe(shown)
  expect(Buffer.byteLength(JSON.stringify(shown)) - 2).toBeLessThanOrEqual(maxBytes)
})

test('what cannot be shown is not cleaned, and what is shown is', () => {
  const seen: string[] = []
  const clean = (text: string) => {
    seen.push(text)
    return text.replaceAll('line', 'word')
  }
  expect(bounded(lines(40), 80, clean)).toBe(
    'word 0\nword 1\nword 2\nword 3\n! cut by frrkit: 36 of 40 lines are not shown',
  )
  expect(seen.map((text) => text.length <= 160 && lines(40).startsWith(`${text}\n`))).toEqual([true])
})
