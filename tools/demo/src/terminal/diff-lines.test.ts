import { expect, test } from 'vitest'
import { type DiffLine, diffLines, nearChanges } from './diff-lines.ts'

const words = (lines: readonly DiffLine[]) => lines.map(({ mark, text }) => mark + text)

test.each([
  { case: 'nothing changes', before: 'ab', after: 'ab', diff: [' a', ' b'] },
  { case: 'from nothing', before: '', after: 'ab', diff: ['+a', '+b'] },
  { case: 'to nothing', before: 'ab', after: '', diff: ['-a', '-b'] },
  { case: 'one line in the middle', before: 'ac', after: 'abc', diff: [' a', '+b', ' c'] },
  { case: 'one line becomes another', before: 'abc', after: 'axc', diff: [' a', '-b', '+x', ' c'] },
  { case: 'a line moves', before: 'abc', after: 'bca', diff: ['-a', ' b', ' c', '+a'] },
])('$case', ({ before, after, diff }) => {
  expect(words(diffLines(before.split(''), after.split('')))).toEqual(diff)
})

test('far from changes, … stands for the lines', () => {
  expect(words(nearChanges(diffLines('abcdefgh'.split(''), 'abcdxfgh'.split('')), 1))).toEqual([
    ' …',
    ' d',
    '-e',
    '+x',
    ' f',
    ' …',
  ])
})
