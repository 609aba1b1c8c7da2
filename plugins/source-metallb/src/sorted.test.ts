import { compareText } from '@frrkit/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { watchList } from './differences.ts'
import { placeOf, revised } from './sorted.ts'

const text = fc.integer({ min: 0, max: 300 }).map(String)

test('a sorted list without some and with others, however many', () => {
  const some = fc.array(text, { maxLength: 150 })
  fc.assert(
    fc.property(some, some, some, (before, gone, come) => {
      const list = [...new Set(before)].toSorted(compareText)
      const kept = list.filter((one) => !gone.includes(one))
      expect(revised(list, gone, come)).toEqual([...new Set([...kept, ...come])].toSorted(compareText))
    }),
  )
})

test.each([
  { list: [], text: 'b', place: 0 },
  { list: ['a', 'c'], text: 'a', place: 0 },
  { list: ['a', 'c'], text: 'b', place: 1 },
  { list: ['a', 'c'], text: 'd', place: 2 },
])('the place of $text in $list is $place', ({ list, text: one, place }) => {
  expect(placeOf(list, one)).toBe(place)
})

test.each([
  { case: 'one is another', next: ['a', 'x', 'c'], gone: ['b'], come: ['x'] },
  { case: 'one more', next: ['a', 'b', 'x', 'c'], gone: [], come: ['x'] },
  { case: 'one less', next: ['a', 'c'], gone: ['b'], come: [] },
  { case: 'nothing', next: ['a', 'b', 'c'], gone: [], come: [] },
  { case: 'the same one again', next: ['a', 'b', 'b', 'c'], gone: [], come: ['b'] },
  { case: 'another order', next: ['c', 'b', 'a'], gone: ['a', 'b', 'c'], come: ['c', 'b', 'a'] },
])('what is different: $case', ({ next, gone, come }) => {
  const differences = watchList<string>()
  expect(differences(['a', 'b', 'c'])).toEqual({ gone: [], come: ['a', 'b', 'c'] })
  expect(differences(next)).toEqual({ gone, come })
})
