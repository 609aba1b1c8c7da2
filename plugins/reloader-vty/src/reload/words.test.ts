import { redactFrrText } from '@frrkit/model'
import { hideSecrets } from '@frrkit/vty'
import { expect, test } from 'vitest'

// `@frrkit/vty` knows nothing of ours, so it has its own list; what one hides and the other shows would be seen here.
test.each([
  'neighbor 192.0.2.1 password s3cret',
  'neighbor 192.0.2.1 passwrd s3cret',
  'neigh 192.0.2.1 pass s3cret',
  'enable password 8 s3cret',
  'area-password md5 s3cret',
  'key-string s3cret',
  'key-s s3cret',
  'ip ospf authentication-key s3cret',
  'ip ospf message-digest-key 1 md5 s3cret',
  'ip rip authentication string s3cret',
  'hash-algo md5 key s3cret',
  'tcp-md5-auth s3cret',
  'ip nhrp authentication s3cret',
])('"%s" is hidden by the connection to FRR as by everything after it', (line) => {
  expect(hideSecrets(line)).toBe(redactFrrText(line))
  expect(hideSecrets(line)).not.toContain('s3cret')
})
