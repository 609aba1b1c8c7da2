import { expect, test } from 'vitest'
import { oneText } from './one-text.ts'

const head = 'frr version 8.4.4\n!\nlog stdout\n! "log" was said on the command line\n!\n'
const list = 'ip prefix-list a seq 1 permit 10.0.0.0/24\n'

test('every block stands once, whoever shows it', () => {
  const zebra = `${head}vrf red\n vni 100\nexit-vrf\n!\n${list}!\n`
  const bgpd = `${head}router bgp 65001\n !\n address-family ipv4 unicast\n exit-address-family\nexit\n!\n${list}!\nvrf red\nexit-vrf\n`
  expect(oneText([zebra, bgpd])).toBe(`\
frr version 8.4.4
!
log stdout
!
vrf red
 vni 100
exit-vrf
!
ip prefix-list a seq 1 permit 10.0.0.0/24
!
router bgp 65001
 !
 address-family ipv4 unicast
 exit-address-family
exit
!
vrf red
exit-vrf
!
`)
})
