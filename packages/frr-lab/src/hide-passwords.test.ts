import { expect, test } from 'vitest'
import { hidePasswords } from './hide-passwords.ts'

test.each([
  { case: 'a neighbor', text: ' neighbor 192.0.2.1 password s3cret', hidden: ' neighbor 192.0.2.1 password (hidden)' },
  { case: 'one with a space in it', text: 'neighbor eth0 password a b c', hidden: 'neighbor eth0 password (hidden)' },
  { case: 'the login password', text: 'enable password x', hidden: 'enable password (hidden)' },
  { case: 'only this line', text: 'password x\nrouter bgp 65001', hidden: 'password (hidden)\nrouter bgp 65001' },
  { case: 'a line that only mentions one', text: 'the password\nis missing', hidden: 'the password\nis missing' },
])('hides: $case', ({ text, hidden }) => {
  expect(hidePasswords(text)).toBe(hidden)
})
