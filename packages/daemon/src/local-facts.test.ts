import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { localFacts, servesAsRouterId } from './local-facts.ts'

test.each([
  { address: '192.0.2.1', family: 'IPv4', serves: true },
  { address: '10.255.0.1', family: 'IPv4', serves: true },
  { address: '127.0.0.1', family: 'IPv4', serves: false },
  { address: '127.0.0.53', family: 'IPv4', serves: false },
  { address: '169.254.7.7', family: 'IPv4', serves: false },
  { address: '169.255.0.1', family: 'IPv4', serves: true },
  { address: '2001:db8::1', family: 'IPv6', serves: false },
  { address: '::1', family: 'IPv6', serves: false },
] as const)('$address serves as a router id: $serves', ({ serves, ...info }) => {
  expect(servesAsRouterId(info)).toBe(serves)
})

test('what the machine has counts, unless the caller knows better', () => {
  const has = Object.values(networkInterfaces()).some((list) => list?.some(servesAsRouterId))
  expect(localFacts({}).hasIpv4).toBe(has)
  expect(localFacts({ hasIpv4: !has, hostname: 'edge-1' })).toMatchObject({ hasIpv4: !has, hostname: 'edge-1' })
})
