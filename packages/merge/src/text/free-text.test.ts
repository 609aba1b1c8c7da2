import { expect, test } from 'vitest'
import { hostnameFault, interfaceNameFault, passwordFault, profileNameFault, wordFault } from './free-text.ts'

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
  { text: "a'b", fault: "holds ' or %, at which FRR's daemons crash" },
  { text: 'a%sb', fault: "holds ' or %, at which FRR's daemons crash" },
  { text: 'a|b', fault: undefined },
  { text: 'a|', fault: 'ends with |, which FRR takes for a pipe' },
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
  { case: '63 bytes', text: 'x'.repeat(63), fault: undefined },
  { case: '64 bytes', text: 'x'.repeat(64), fault: 'is longer than 63 bytes' },
  { case: 'a percent sign', text: 'a%s', fault: undefined },
  { case: 'an apostrophe', text: "a'b", fault: "holds ', which FRR does not take" },
])('profile name of $case: $fault', ({ text, fault }) => {
  expect(profileNameFault(text)).toBe(fault)
})

test.each([
  { case: 'of DNS', text: 'worker-1.example.org', fault: undefined },
  { case: 'of digits', text: '10', fault: undefined },
  { case: 'of 254 bytes', text: 'x'.repeat(254), fault: undefined },
  { case: 'of 255 bytes', text: 'x'.repeat(255), fault: 'is longer than 254 bytes' },
  { case: 'with a hyphen first', text: '-a', fault: 'does not begin with a letter or a digit' },
  { case: 'in another alphabet', text: 'узел', fault: 'does not begin with a letter or a digit' },
  { case: 'of two lines', text: 'a\nlog file /x', fault: 'holds whitespace or control characters' },
  { case: 'that is none', text: '', fault: 'is empty' },
])('hostname $case: $fault', ({ text, fault }) => {
  expect(hostnameFault(text)).toBe(fault)
})
