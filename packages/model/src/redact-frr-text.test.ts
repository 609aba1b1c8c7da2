import { expect, test } from 'vitest'
import { frrText, redactFrrText } from './redact-frr-text.ts'

test.each([
  { line: ' neighbor 192.0.2.1 password s3cret', shown: ' neighbor 192.0.2.1 password (hidden)' },
  { line: ' neighbor eth0 password two words', shown: ' neighbor eth0 password (hidden)' },
  { line: ' neigh 192.0.2.1 passw s3cret', shown: ' neigh 192.0.2.1 passw (hidden)' },
  { line: ' neighbor 192.0.2.1 pasword s3cret', shown: ' neighbor 192.0.2.1 pasword (hidden)' },
  { line: ' neighbor 192.0.2.1 passwrd s3cret', shown: ' neighbor 192.0.2.1 passwrd (hidden)' },
  { line: ' neighbor 192.0.2.1 pass s3cret', shown: ' neighbor 192.0.2.1 pass (hidden)' },
  { line: ' neighbor 192.0.2.1 passive', shown: ' neighbor 192.0.2.1 passive' },
  { line: '  key-str secret', shown: '  key-str (hidden)' },
  { line: 'password 8 abcdef', shown: 'password (hidden)' },
  { line: 'enable password secret', shown: 'enable password (hidden)' },
  { line: ' area-password md5 secret', shown: ' area-password (hidden)' },
  { line: '  key-string secret', shown: '  key-string (hidden)' },
  { line: ' ip ospf authentication-key secret', shown: ' ip ospf authentication-key (hidden)' },
  { line: ' ip ospf message-digest-key 1 md5 secret', shown: ' ip ospf message-digest-key 1 md5 (hidden)' },
  { line: ' ip rip authentication string secret', shown: ' ip rip authentication string (hidden)' },
  {
    line: ' ipv6 ospf6 authentication key-id 1 hash-algo md5 key secret',
    shown: ' ipv6 ospf6 authentication key-id 1 hash-algo md5 key (hidden)',
  },
  { line: '   tcp-md5-auth secret', shown: '   tcp-md5-auth (hidden)' },
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

test.each([
  { line: 'neighbor x password (hidden): x is no address', shown: 'neighbor x password (hidden): x is no address' },
  { line: 'key-string (hidden)', shown: 'key-string (hidden)' },
  { line: 'neighbor x password (hidden)s3cret', shown: 'neighbor x password (hidden)' },
  { line: 'neighbor x password (hidden) s3cret', shown: 'neighbor x password (hidden)' },
])('what is hidden already: $line', ({ line, shown }) => {
  expect(redactFrrText(`before\n${line}\nafter`)).toBe(`before\n${shown}\nafter`)
})

test('every line of a text is looked at', () => {
  expect(redactFrrText('neighbor a password x\nneighbor b password y')).toBe(
    'neighbor a password (hidden)\nneighbor b password (hidden)',
  )
})

test('as a value, the text is whole for those who ask for it, and without secrets for those who print it', () => {
  const text = frrText('router bgp 64512\n neighbor eth0 password s3cret\n')
  const shown = 'router bgp 64512\n neighbor eth0 password (hidden)\n'
  expect(text.reveal()).toBe('router bgp 64512\n neighbor eth0 password s3cret\n')
  expect([text.toString(), JSON.parse(JSON.stringify(text))]).toEqual([shown, shown])
})
