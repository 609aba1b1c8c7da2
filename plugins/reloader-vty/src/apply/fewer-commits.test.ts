import { expect, test } from 'vitest'
import { withFewerCommits } from './fewer-commits.ts'

test('a route-map is left by the next one; every other context by its exit', () => {
  const lines = [
    'ip prefix-list a seq 1 permit any',
    'route-map a permit 1',
    'match ip address prefix-list a',
    'exit',
    'route-map a permit 2',
    'exit',
    'route-map b permit 1',
    'set metric 5',
    'exit',
    'router bgp 65001',
    'address-family ipv4 unicast',
    'exit',
    'exit',
    'route-map c permit 1',
    'exit',
    'no route-map d permit 1',
  ]
  expect(withFewerCommits(lines)).toEqual(lines.filter((_, i) => i !== 3 && i !== 5))
})
