import { expect, test } from 'vitest'
import { nothingHarmless, parseDifference, withoutHarmless } from './difference.ts'

const printed = `
Lines To Delete
===============
no hostname vm
router bgp 65001
 no neighbor 192.0.2.2 ebgp-multihop 255
router bgp 65001
 address-family ipv4 unicast
  no neighbor 192.0.2.2 route-map rm out

Lines To Add
============
router bgp 65001
 neighbor 192.0.2.2 port 179
bfd
 profile fast
  detect-multiplier 3
router bgp 65001
 address-family ipv4 unicast
  network 10.0.0.0/24 
hostname a
ip prefix-list p seq 2 permit 10.0.1.0/24
no ip prefix-list p seq 1 permit 10.0.0.0/24
`

const difference = {
  remove: [
    'no hostname vm',
    'router bgp 65001\n no neighbor 192.0.2.2 ebgp-multihop 255',
    'router bgp 65001\n address-family ipv4 unicast\n  no neighbor 192.0.2.2 route-map rm out',
  ],
  add: [
    'router bgp 65001\n neighbor 192.0.2.2 port 179',
    'bfd\n profile fast\n  detect-multiplier 3',
    'router bgp 65001\n address-family ipv4 unicast\n  network 10.0.0.0/24',
    'hostname a',
    'ip prefix-list p seq 2 permit 10.0.1.0/24',
    'no ip prefix-list p seq 1 permit 10.0.0.0/24',
  ],
}

test('every entry keeps the lines of its context', () => {
  expect(parseDifference(printed)).toEqual(difference)
})

test('no difference prints nothing', () => {
  expect(parseDifference('')).toEqual({ add: [], remove: [] })
})

test('the hostname and what is known as harmless do not count', () => {
  const harmless = {
    add: new Set(['bfd\n profile fast\n  detect-multiplier 3']),
    remove: new Set([difference.remove[1] ?? '']),
  }
  expect(withoutHarmless(difference, harmless)).toEqual({
    remove: [difference.remove[2]],
    add: [difference.add[0], difference.add[2], difference.add[4], difference.add[5]],
  })
})

test('what FRR shows for a line that is spelled otherwise goes with that line', () => {
  const [short, long] = ['router bgp 1\n neigh 192.0.2.9 remote 2', 'router bgp 1\n no neighbor 192.0.2.9 remote-as 2']
  const harmless = nothingHarmless()
  harmless.add.add(short)
  harmless.remove.add(long)
  expect(withoutHarmless({ add: [short], remove: [long] }, harmless)).toEqual({ add: [], remove: [] })
  expect(withoutHarmless({ add: [], remove: [long] }, harmless)).toEqual({ add: [], remove: [long] })
  expect(harmless).toEqual(nothingHarmless())
})
