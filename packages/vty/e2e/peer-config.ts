/** One of two nodes with a session by each means: IPv4 with BFD, IPv6, an interface; a neighbor that is not there, and a VRF. */
export function peerConfig(asn: number, v4: string, v6: string): string {
  return `\
router bgp ${asn}
 bgp router-id 10.0.0.${asn % 100}
 no bgp ebgp-requires-policy
 no bgp network import-check
 neighbor ${v4} remote-as external
 neighbor ${v4} bfd
 neighbor ${v4} timers connect 1
 neighbor ${v6} remote-as external
 neighbor ${v6} timers connect 1
 neighbor eth1 interface remote-as external
 neighbor 192.0.2.99 remote-as 65099
 address-family ipv4 unicast
  network 10.${asn % 100}.1.0/24
  network 10.${asn % 100}.2.0/24
  no neighbor ${v6} activate
  no neighbor eth1 activate
 exit-address-family
 address-family ipv6 unicast
  neighbor ${v6} activate
  neighbor eth1 activate
 exit-address-family
exit
router bgp ${asn} vrf red
 bgp router-id 10.0.0.${asn % 100}
 neighbor 198.51.100.1 remote-as 65077
 neighbor 198.51.100.1 bfd
exit
`
}
