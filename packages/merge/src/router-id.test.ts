import { expect, test } from 'vitest'
import { fallbackRouterId } from './router-id.ts'

test.each([
  { hostname: 'dummyhostname', hasIpv4: false, id: '167.62.253.30' },
  { hostname: 'dummyhostname', hasIpv4: true, id: undefined },
])('$hostname, IPv4: $hasIpv4', ({ id, ...facts }) => {
  expect(fallbackRouterId(facts)).toBe(id)
})
