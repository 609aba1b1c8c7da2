import { expect, test } from 'vitest'
import { redactFrrText } from './redact-frr-text.ts'

test.each([
  { line: ' neighbor 192.0.2.1 password s3cret', shown: ' neighbor 192.0.2.1 password (hidden)' },
  { line: ' neighbor eth0 password two words', shown: ' neighbor eth0 password (hidden)' },
  { line: 'password 8 abcdef', shown: 'password (hidden)' },
  { line: 'enable password secret', shown: 'enable password (hidden)' },
  { line: ' area-password md5 secret', shown: ' area-password (hidden)' },
  { line: '  key-string secret', shown: '  key-string (hidden)' },
  { line: ' ip ospf authentication-key secret', shown: ' ip ospf authentication-key (hidden)' },
  { line: ' ip ospf message-digest-key 1 md5 secret', shown: ' ip ospf message-digest-key 1 md5 (hidden)' },
  { line: ' ip rip authentication string secret', shown: ' ip rip authentication string (hidden)' },
  { line: ' ip nhrp authentication secret', shown: ' ip nhrp authentication (hidden)' },
  {
    line: 'line 7: Failure to communicate, line: neighbor 192.0.2.1 PASSWORD x y',
    shown: 'line 7: Failure to communicate, line: neighbor 192.0.2.1 PASSWORD (hidden)',
  },
  { line: ' neighbor 192.0.2.1 remote-as 64512', shown: ' neighbor 192.0.2.1 remote-as 64512' },
  { line: 'service password-encryption', shown: 'service password-encryption' },
])('$line', ({ line, shown }) => {
  expect(redactFrrText(`before\n${line}\nafter`)).toBe(`before\n${shown}\nafter`)
})

test('every line of a text is looked at', () => {
  expect(redactFrrText('neighbor a password x\nneighbor b password y')).toBe(
    'neighbor a password (hidden)\nneighbor b password (hidden)',
  )
})
