import { expect, test } from 'vitest'
import { withContexts } from '../plan/with-contexts.ts'
import { lostRoutes, routesAmong } from './lost-routes.ts'

const told = [
  'no ip route 10.0.0.0/24 192.0.2.1',
  'ip route 10.0.1.0/24 192.0.2.1',
  'vrf red',
  'ip route 10.0.1.0/24 192.0.2.1',
  'no ip route 10.0.2.0/24 reject',
  'exit',
  'no ip nht resolve-via-default',
  'ipv6 route 2001:db8::/48 eth0 5',
]

test.each([
  {
    case: 'all is as told',
    shown:
      'ip route 10.0.1.0/24 192.0.2.1\nipv6 route 2001:db8::/48 eth0 5\nvrf red\n ip route 10.0.1.0/24 192.0.2.1\nexit-vrf\n',
    lost: [],
  },
  {
    case: 'nothing of it',
    shown: 'ip route 10.0.0.0/24 192.0.2.1\nvrf red\n ip route 10.0.2.0/24 reject\nexit-vrf\n',
    lost: told.filter((line) => !line.includes('nht')),
  },
  {
    case: 'another distance',
    shown:
      'ip route 10.0.1.0/24 192.0.2.1 9\nipv6 route 2001:db8::/48 eth0 5\nvrf red\n ip route 10.0.1.0/24 192.0.2.1\nexit-vrf\n',
    lost: ['ip route 10.0.1.0/24 192.0.2.1'],
  },
])('$case', ({ shown, lost }) => {
  expect(withContexts(lostRoutes(routesAmong(told), `frr version 10.3\n${shown}`))).toEqual(lost)
})
