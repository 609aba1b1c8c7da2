import { expect, test } from 'vitest'
import { interfaceNameFault, passwordFault, profileNameFault, wordFault } from './free-text.ts'

test.each(['word', 'naïve', 'pa$$', '<&>', 'a|b', '!x', '#x', '"', '\\', '🙂'])(
  '%j is one word of frr.conf',
  (text) => {
    expect(wordFault(text)).toBeUndefined()
  },
)

test.each([
  'a b',
  'a\nb',
  'a\r',
  '\t',
  'a\0',
  'a\u001bb',
  'a\u007f',
  'a\u0085',
  'a\u00a0b',
  'a\u2028b',
  'a\ud800',
  '\ufeffa',
])('%j is none', (text) => {
  expect(wordFault(text)).toBe('holds whitespace or control characters')
})

test.each([
  { text: 'eth0', fault: undefined },
  { text: 'ens5f0np0.4094', fault: undefined },
  { text: '123456789012345', fault: undefined },
  { text: '1234567890123456', fault: 'is longer than 15 bytes' },
  { text: 'ääääääää', fault: 'is longer than 15 bytes' },
  { text: 'a/b', fault: 'holds a slash' },
  { text: '.', fault: 'is the name of a directory' },
  { text: '..', fault: 'is the name of a directory' },
  { text: '192.0.2.1', fault: 'is an address' },
  { text: '::1', fault: 'is an address' },
  { text: '', fault: 'is empty' },
])('interface $text: $fault', ({ text, fault }) => {
  expect(interfaceNameFault(text)).toBe(fault)
})

test.each([
  { case: '80 bytes', text: 'x'.repeat(80), fault: undefined },
  { case: '81 bytes', text: 'x'.repeat(81), fault: 'is longer than 80 bytes' },
  { case: '41 letters of two bytes', text: 'ä'.repeat(41), fault: 'is longer than 80 bytes' },
  { case: 'two words', text: 'two words', fault: 'holds whitespace or control characters' },
])('password of $case: $fault', ({ text, fault }) => {
  expect(passwordFault(text)).toBe(fault)
})

test.each([
  { length: 63, fault: undefined },
  { length: 64, fault: 'is longer than 63 bytes' },
])('profile name of $length bytes: $fault', ({ length, fault }) => {
  expect(profileNameFault('x'.repeat(length))).toBe(fault)
})
