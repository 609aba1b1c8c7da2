import { expect, test } from 'vitest'
import { peerName } from './peer-name.ts'

test.each([
  { neighbor: '192.0.2.1', name: '192.0.2.1' },
  { neighbor: 'fc00:f853:ccd:e793::1', name: 'fc00-f853-0ccd-e793-0000-0000-0000-0001' },
  { neighbor: '2001:db8:1:2:3:4:5:6', name: '2001-0db8-0001-0002-0003-0004-0005-0006' },
  { neighbor: '::1', name: '0000-0000-0000-0000-0000-0000-0000-0001' },
  { neighbor: 'fe80::', name: 'fe80-0000-0000-0000-0000-0000-0000-0000' },
  { neighbor: 'eth0', name: 'eth0' },
  { neighbor: 'eth0.100', name: 'eth0.100' },
])('$neighbor → $name', ({ neighbor, name }) => {
  expect(peerName(neighbor)).toBe(name)
})
