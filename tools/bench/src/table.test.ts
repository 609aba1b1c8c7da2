import { expect, test } from 'vitest'
import { table } from './table.ts'

test('a table of medians, and how each compares with the one above', () => {
  const rows = [
    { name: 'small', runs: 100, median: 0.5, p99: 1.234, peakMemory: 80.4 },
    { name: 'larger', runs: 7, median: 123.4, p99: 150, peakMemory: 300 },
  ]
  expect(table(rows)).toBe(
    [
      'case    runs  median ms  p99 ms  peak MiB  × row above',
      'small    100      0.500    1.23        80',
      'larger     7        123     150       300          247',
    ].join('\n'),
  )
})
