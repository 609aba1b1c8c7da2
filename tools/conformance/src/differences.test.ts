import { expect, test } from 'vitest'
import { canon } from './canon.ts'
import { differences } from './differences.ts'

const between = (expected: string, actual: string) => differences(canon(expected), canon(actual))

test('nothing differs between two spellings of one configuration', () => {
  expect(between('router bgp 1\n bgp a\n bgp b', '! x\nrouter bgp 1\nbgp b\nbgp a')).toEqual([])
})

test.each([
  {
    case: 'a line that is missing, and one that is there instead',
    expected: 'hostname a',
    actual: 'hostname b',
    words: ['(top): - hostname a', '(top): + hostname b'],
  },
  { case: 'a block without lines', expected: 'bfd', actual: '', words: ['bfd: - (empty)'] },
  { case: 'a block that nobody expected', expected: '', actual: 'bfd', words: ['bfd: + (empty)'] },
  {
    case: 'entries in another order, where the order counts',
    expected: 'ip prefix-list x seq 1 deny any\nip prefix-list x seq 2 permit any',
    actual: 'ip prefix-list x seq 2 deny any\nip prefix-list x seq 1 permit any',
    words: ['ip x: in another order'],
  },
  {
    case: 'an entry of a route-map',
    expected: 'route-map m permit 1\nset a',
    actual: 'route-map m permit 1\nset b',
    words: ['m: - permit,set a', 'm: + permit,set b'],
  },
])('$case', ({ expected, actual, words }) => {
  expect(between(expected, actual)).toEqual(words)
})
