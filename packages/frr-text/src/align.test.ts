import { expect, test } from 'vitest'
import { align } from './align.ts'

const shown = (before: string, after: string) =>
  align(before.split(''), after.split(''), (letter) => letter)
    .map((pair) =>
      pair.before === undefined ? `+${pair.after}` : pair.after === undefined ? `-${pair.before}` : pair.after,
    )
    .join(' ')

test.each([
  { case: 'equal', before: 'abc', after: 'abc', pairs: 'a b c' },
  { case: 'one in front', before: 'abc', after: 'xabc', pairs: '+x a b c' },
  { case: 'one less', before: 'abc', after: 'ac', pairs: 'a -b c' },
  { case: 'one instead of another', before: 'abc', after: 'axc', pairs: 'a -b +x c' },
  { case: 'one that moves', before: 'abcd', after: 'bcda', pairs: '-a b c d +a' },
  { case: 'the same one twice', before: 'aba', after: 'aa', pairs: 'a -b a' },
  { case: 'one more of the same', before: 'aa', after: 'aaa', pairs: 'a a +a' },
  { case: 'nothing before', before: '', after: 'ab', pairs: '+a +b' },
  { case: 'nothing after', before: 'ab', after: '', pairs: '-a -b' },
])('$case', ({ before, after, pairs }) => {
  expect(shown(before, after)).toBe(pairs)
})
