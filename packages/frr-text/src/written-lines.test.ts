import { expect, test } from 'vitest'
import { writtenLines } from './written-lines.ts'

const text = `! a comment
hostname  a
ip prefix-list x permit 10.0.0.1/24 le 24
ip community-list standard c seq 5 permit 1:2

router bgp 65001 vrf default
 neighbor 192.0.2.1 remote-as 65002
 neighbor 192.0.2.1 nonsense 7
 address-family ipv4
  neighbor 2001:DB8::1 activate
 exit-address-family
 no neighbor 192.0.2.9
route-map m permit 10
 continue
ip route 10.0.0.0/8 192.0.2.1 vrf red
`
const router = 'router bgp 65001'
const family = 'address-family ipv4 unicast'

test('each line has its number, and leads from what is meant to what was written where', () => {
  const short = [...writtenLines(text)].map(({ at, path, line, meant }) => [
    at,
    [...path, line].join(' / '),
    ...meant.map((each) => [...each.path, each.line].join(' / ')),
  ])
  expect(short).toEqual([
    [2, 'hostname a', 'hostname a'],
    [3, 'ip prefix-list x permit 10.0.0.1/24 le 24', 'ip prefix-list x permit 10.0.0.0/24'],
    [4, 'ip community-list standard c seq 5 permit 1:2', 'bgp community-list standard c permit 1:2'],
    [6, 'router bgp 65001 vrf default', router],
    [7, `${router} / neighbor 192.0.2.1 remote-as 65002`, `${router} / neighbor 192.0.2.1 remote-as 65002`],
    // Of a word that nobody knows, FRR's rules say that it is one of the family.
    [8, `${router} / neighbor 192.0.2.1 nonsense 7`, `${router} / ${family} / neighbor 192.0.2.1 nonsense 7`],
    [9, `${router} / address-family ipv4`, `${router} / ${family}`],
    [
      10,
      `${router} / ${family} / neighbor 2001:DB8::1 activate`,
      `${router} / ${family} / neighbor 2001:db8::1 activate`,
    ],
    [12, `${router} / no neighbor 192.0.2.9`, `${router} / no neighbor 192.0.2.9`],
    [13, 'route-map m permit 10', 'route-map m permit 10'],
    [14, 'route-map m permit 10 / continue', 'route-map m permit 10 / on-match next'],
    [15, 'ip route 10.0.0.0/8 192.0.2.1 vrf red', 'vrf red / ip route 10.0.0.0/8 192.0.2.1'],
  ])
})
