import { expect, test } from 'vitest'
import { hideSecrets } from './hide-secrets.ts'

test.each([
  { text: 'neighbor 192.0.2.1 password s3cret word', hidden: 'neighbor 192.0.2.1 password (hidden)' },
  { text: '% Unknown command: enable password 8 s3cret\n', hidden: '% Unknown command: enable password (hidden)\n' },
  { text: 'ip ospf message-digest-key 1 md5 s3cret', hidden: 'ip ospf message-digest-key 1 md5 (hidden)' },
  { text: 'ip ospf authentication-key s3cret', hidden: 'ip ospf authentication-key (hidden)' },
  { text: 'ip rip authentication string s3cret', hidden: 'ip rip authentication string (hidden)' },
  { text: 'ip nhrp authentication s3cret', hidden: 'ip nhrp authentication (hidden)' },
  { text: ' key-string\ts3cret', hidden: ' key-string\t(hidden)' },
  { text: 'neigh 192.0.2.1 pass s3cret', hidden: 'neigh 192.0.2.1 pass (hidden)' },
  {
    text: '% Unknown command: neighbor 192.0.2.1 passwort s3',
    hidden: '% Unknown command: neighbor 192.0.2.1 passwort (hidden)',
  },
  { text: ' area-password md5 s3cret', hidden: ' area-password (hidden)' },
  { text: ' key-str s3cret', hidden: ' key-str (hidden)' },
  { text: ' tcp-md5-auth s3cret', hidden: ' tcp-md5-auth (hidden)' },
  { text: ' hash-algo md5 key s3cret', hidden: ' hash-algo md5 key (hidden)' },
  { text: 'neighbor 192.0.2.1 passive', hidden: 'neighbor 192.0.2.1 passive' },
  { text: 'PASSWORD s3cret\nnext line', hidden: 'PASSWORD (hidden)\nnext line' },
  { text: 'no neighbor 192.0.2.1 password', hidden: 'no neighbor 192.0.2.1 password' },
  { text: 'service password-encryption', hidden: 'service password-encryption' },
])('$text', ({ text, hidden }) => {
  expect(hideSecrets(text)).toBe(hidden)
})
