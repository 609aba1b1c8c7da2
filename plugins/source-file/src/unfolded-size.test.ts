import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { unfoldedSize } from './unfolded-size.ts'

test.each([
  { case: 'a scalar', text: '5', size: 1 },
  { case: 'a mapping', text: '{a: 1, b: [2, 3]}', size: 5 },
  { case: 'an alias counts as what it stands for', text: '{a: &a [1, 2], b: *a}', size: 7 },
  { case: 'aliases of aliases multiply', text: '{a: &a [1, 2], b: &b [*a, *a], c: [*b, *b]}', size: 1 + 3 + 7 + 15 },
  { case: 'something that contains itself', text: '{a: &a {b: *a}}', size: Infinity },
])('$case', ({ text, size }) => {
  expect(unfoldedSize(load(text))).toBe(size)
})
