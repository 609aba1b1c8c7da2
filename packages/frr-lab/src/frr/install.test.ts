import { expect, test } from 'vitest'
import { parseUser, parseVersion } from './install.ts'

test.each([
  { case: 'a release', text: 'bgpd version 8.4.4\nCopyright 1996-2005 Kunihiro Ishiguro, et al.\n', version: '8.4.4' },
  { case: 'a build between releases', text: 'bgpd version 10.7.1-dev\n', version: '10.7.1-dev' },
])('version of $case', ({ text, version }) => {
  expect(parseVersion(text)).toBe(version)
})

test('a program that says something else is not bgpd', () => {
  const message = 'bgpd --version does not say a version: hello'
  expect(() => parseVersion('hello\nbgpd version 8')).toThrow(new Error(message))
})

test('the user comes from its own line', () => {
  const passwd = 'root:x:0:0:root:/root:/bin/bash\nfrrvty:x:9:9::/:\nfrr:x:102:106:Frr suite:/nonexistent:/x\n'
  expect(parseUser(passwd, 'frr')).toEqual({ uid: 102, gid: 106 })
  expect(() => parseUser('root:x:0:0', 'frr')).toThrow(new Error("there is no user frr, which FRR's daemons run as"))
})
