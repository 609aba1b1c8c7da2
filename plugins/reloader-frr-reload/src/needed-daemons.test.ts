import { expect, test } from 'vitest'
import { neededDaemons } from './needed-daemons.ts'

test.each([
  { case: 'nothing', frrConf: '', daemons: ['zebra'] },
  { case: 'BGP', frrConf: 'hostname a\nrouter bgp 1 vrf red\n', daemons: ['zebra', 'bgpd'] },
  {
    case: 'BGP, and profiles that nothing uses',
    frrConf: 'router bgp 1\nexit\nbfd\n profile x\n',
    daemons: ['zebra', 'bgpd'],
  },
  {
    case: 'BGP and BFD',
    frrConf: 'router bgp 1\n neighbor 192.0.2.1 bfd\nexit\nbfd\n profile x\n',
    daemons: ['zebra', 'bgpd', 'bfdd'],
  },
  { case: 'a session with BFD alone', frrConf: 'router bgp 1\n neighbor 192.0.2.1 bfd\n', daemons: ['zebra', 'bgpd'] },
  { case: 'OSPF in raw lines', frrConf: 'router ospf6\n', daemons: ['zebra', 'ospf6d'] },
  { case: 'a static route', frrConf: 'ipv6 route 2001:db8::/32 Null0\n', daemons: ['zebra', 'staticd'] },
])('$case', ({ frrConf, daemons }) => {
  expect(neededDaemons(frrConf)).toEqual(daemons)
})
