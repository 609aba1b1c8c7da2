import { expect, test } from 'vitest'
import { parseShow } from './vtysh.ts'

test('JSON is parsed', () => {
  expect(parseShow('show bgp json', '{"routes":{}}\n')).toEqual({ routes: {} })
})

test.each([
  { case: 'words', answer: 'bgpd is not running\n', words: 'bgpd is not running' },
  { case: 'nothing', answer: '', words: '(nothing)' },
  { case: 'a password', answer: ' neighbor eth0 password x', words: 'neighbor eth0 password (hidden)' },
])('anything else is an error: $case', ({ answer, words }) => {
  const message = `"show bgp json" was not answered by JSON: ${words}`
  expect(() => parseShow('show bgp json', answer)).toThrow(message)
})
