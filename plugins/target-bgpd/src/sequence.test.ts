import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hash, sequenceNumbers } from './sequence.ts'

const numbersOf = (rules: readonly string[]) => [...sequenceNumbers(Uint32Array.from(rules, hash))]

const last = 4_294_967_295

test('a rule has the number of its text, whatever stands beside it', () => {
  expect(numbersOf(['198.51.100.0/25', '198.51.100.128/25'])).toEqual([834_572_312, 2_902_181_015])
  expect(numbersOf(['198.51.100.128/25'])).toEqual([2_902_181_015])
})

test('one prefix more in ten thousand renumbers no other', () => {
  const rules = Array.from({ length: 10_000 }, (_, i) => `10.${i >> 8}.${i & 255}.0/24`).toSorted()
  const numbers = numbersOf(rules)
  expect(numbersOf(['0.0.0.0/0', ...rules])).toEqual([expect.any(Number), ...numbers])
})

test.each([
  {
    case: 'two that hash alike',
    rules: ['10.0.107.237/32', '10.2.219.40/32'],
    numbers: [2_764_744_744, 2_764_744_745],
  },
  { case: 'one that hashes to a number kept free', rules: ['10.14.28.157/32'], numbers: [10_000] },
  {
    case: 'two that hash to numbers kept free',
    rules: ['10.14.28.157/32', '10.4.77.103/32'],
    numbers: [10_000, 10_001],
  },
])('the next free number, in the order of the list: $case', ({ rules, numbers }) => {
  expect(numbersOf(rules)).toEqual(numbers)
})

test('numbers are distinct, within FRR’s range, and leave room below for raw snippets', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 200 }), (rules) => {
      const numbers = numbersOf(rules)
      expect(new Set(numbers).size).toBe(rules.length)
      expect(numbers.every((number) => number >= 10_000 && number <= last)).toBe(true)
    }),
  )
})
