import { expect, test } from 'vitest'
import { hasIdleProfiles, withoutIdleProfiles } from './idle-profiles.ts'

const profiles = 'bfd\n  profile fast\n    receive-interval 100\n  exit\nexit\n'

test.each([
  { case: 'no profiles', frrConf: 'router bgp 1\n', idle: false },
  { case: 'a block without any', frrConf: 'bfd\nexit\n', idle: false },
  { case: 'profiles alone', frrConf: profiles, idle: true },
  { case: 'profiles beside BGP', frrConf: `! uses bfd\nrouter bgp 1\nexit\n${profiles}`, idle: true },
  { case: 'a session with BFD', frrConf: `router bgp 1\n neighbor 192.0.2.1 bfd\n${profiles}`, idle: false },
  { case: 'a route with BFD', frrConf: `${profiles}ip route 10.0.0.0/8 192.0.2.1 bfd\n`, idle: false },
  { case: 'a peer of its own', frrConf: `${profiles}bfd\n peer 192.0.2.1\n exit\nexit\n`, idle: false },
  { case: 'raw lines without indentation', frrConf: 'bfd\nprofile fast\nexit\nexit\n', idle: false },
])('$case: idle $idle', ({ frrConf, idle }) => {
  expect(hasIdleProfiles(frrConf)).toBe(idle)
})

test('FRR is told the rest, under the same numbers; with bfdd everything', () => {
  const frrConf = `${profiles}router bgp 1\n`
  expect(withoutIdleProfiles(frrConf, ['zebra'])).toEqual({
    text: '\n\n\n\n\nrouter bgp 1\n',
    warning: 'bfdd does not run, so FRR has no BFD profile fast; nothing uses BFD yet',
  })
  expect(withoutIdleProfiles(frrConf, ['zebra', 'bfdd'])).toEqual({ text: frrConf })
})
