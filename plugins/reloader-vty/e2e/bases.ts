import type { ContextKind, Release } from '@frrkit/frr-text'
import type { DaemonName } from '@frrkit/vty'
import { daemonsOf, daemonsThatShowLog } from '../src/grammar/daemons.ts'

/** The daemon that takes a line and shows it: bgpd for what goes to all. */
export function takerOf(kind: ContextKind, line: string, release: Release): DaemonName | undefined {
  const takers =
    kind === 'top' && /^(?:no )?log /.test(line) ? daemonsThatShowLog(release) : daemonsOf(kind, line, release)
  return takers.includes('bgpd') ? 'bgpd' : takers[0]
}

/** Where a line of each kind is tried. */
export function pathOf(kind: ContextKind, line: string): readonly string[] {
  const instance = ['router bgp 65001']
  // Active only where somebody says so, as in all that frrkit writes.
  const family = /:\S*\/| activate$| nexthop-local |ospf6|ripng/.test(line) ? 'ipv6' : 'ipv4'
  switch (kind) {
    case 'router-bgp':
      // Neighbors would stay active.
      return /default (?:ipv[46]|l2vpn)-/.test(line) ? ['router bgp 65001 vrf red'] : instance
    case 'address-family':
      return [...instance, `address-family ${family} ${ofVpn.test(line) ? 'vpn' : 'unicast'}`]
    case 'evpn':
      return [...instance, 'address-family l2vpn evpn']
    case 'evpn-vni':
      return [...instance, 'address-family l2vpn evpn', 'vni 10']
    case 'vrf':
      return ['vrf red']
    case 'interface':
      return ['interface eth7']
    case 'line-vty':
      return ['line vty']
    case 'bfd':
      return ['bfd']
    case 'bfd-profile':
      return ['bfd', 'profile slow']
    case 'route-map':
      return ['route-map sample permit 7']
    default:
      return []
  }
}

const ofVpn = / accept-own$|retain route-target/

const router: readonly string[] = `\
route-map policy permit 1
route-map sample permit 7
router bgp 65001 vrf red
router bgp 65001
 neighbor 192.0.2.1 remote-as 65002
 neighbor 192.0.2.1 bfd
 neighbor 192.0.2.2 remote-as 65003
 neighbor 192.0.2.3 remote-as 65001
 neighbor fabric peer-group
 neighbor ranged peer-group
 neighbor ranged remote-as external`
  .split('\n')
  .map((line) => line.trim())

const vni = ['address-family l2vpn evpn', 'advertise-all-vni', 'vni 10', 'route-target import 9:9']

/** What bgpd runs before, as little as the lines of that kind need. */
export function baseOf(kind: ContextKind, line: string): readonly string[] {
  const evpn = (kind === 'evpn' || kind === 'evpn-vni') && line !== 'advertise-all-vni'
  return evpn ? [...router, ...vni] : router
}
