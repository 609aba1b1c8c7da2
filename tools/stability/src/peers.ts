import { asn, neighbors as n, nodeSeenBy, password, peerAsn } from './places.ts'

const seen = (neighbor: string): string => nodeSeenBy[neighbor] ?? ''
const external = [n.subject, n.bfd, n.password, n.ipv6, n.multihop, n.vrf].map(seen)

/** The node dials, as bgpd of 8.4 does not take it well where both do; but not the subject when it is told another port. */
const dials = (node: string): string => (node === seen(n.subject) ? 'timers connect 1' : 'passive')

/** The neighbor outside, at the other end of all sessions but two. */
export function peerConfig(withVrf: boolean): string {
  return `\
debug bgp updates in
router bgp ${peerAsn}
 bgp router-id 10.255.0.2
 no bgp ebgp-requires-policy
 no bgp network import-check
 no bgp default ipv4-unicast
${external.map((node) => ` neighbor ${node} remote-as external\n neighbor ${node} ${dials(node)}`).join('\n')}
 neighbor ${seen(n.unnumbered)} interface remote-as external
 neighbor ${seen(n.unnumbered)} timers connect 1
${withVrf ? '' : ` neighbor ${seen(n.bfd)} bfd\n`}\
 neighbor ${seen(n.password)} password ${password}
 neighbor ${seen(n.multihop)} ebgp-multihop
 neighbor ${seen(n.multihop)} update-source 10.255.0.2
 address-family ipv4 unicast
  network 10.2.0.0/24
  network 10.2.1.0/24
${external
  .filter((node) => !node.includes(':'))
  .map((node) => `  neighbor ${node} activate`)
  .join('\n')}
  neighbor ${seen(n.unnumbered)} activate
 exit-address-family
 address-family ipv6 unicast
  network 2001:db8:2000::/64
  neighbor ${seen(n.ipv6)} activate
  neighbor ${seen(n.unnumbered)} activate
 exit-address-family
`
}

/** The neighbor inside, which also speaks EVPN. */
export const innerPeerConfig: string = `\
debug bgp updates in
router bgp ${asn}
 bgp router-id 10.255.0.3
 no bgp default ipv4-unicast
${[n.ibgp, n.evpn]
  .map(seen)
  .map((node) => ` neighbor ${node} remote-as internal\n neighbor ${node} passive`)
  .join('\n')}
 address-family ipv4 unicast
  neighbor ${seen(n.ibgp)} activate
 exit-address-family
 address-family ipv6 unicast
  neighbor ${seen(n.evpn)} activate
 exit-address-family
 address-family l2vpn evpn
  neighbor ${seen(n.evpn)} activate
 exit-address-family
`
