/** The neighbors of the node that is changed, as it calls them, and where they are. */
export const neighbors = {
  /** Gets every change of a neighbor's fields. */
  subject: '172.16.0.2',
  bfd: '172.16.1.2',
  password: '172.16.2.2',
  ipv6: '2001:db8:3::2',
  unnumbered: 'eth4',
  multihop: '10.255.0.2',
  ibgp: '198.51.100.2',
  evpn: '2001:db8:5::2',
  vrf: '203.0.113.2',
} as const

/** How each of them calls the node. */
export const nodeSeenBy: Readonly<Record<string, string>> = {
  [neighbors.subject]: '172.16.0.1',
  [neighbors.bfd]: '172.16.1.1',
  [neighbors.password]: '172.16.2.1',
  [neighbors.ipv6]: '2001:db8:3::1',
  [neighbors.unnumbered]: 'eth4',
  [neighbors.multihop]: '10.255.0.1',
  [neighbors.ibgp]: '198.51.100.1',
  [neighbors.evpn]: '2001:db8:5::1',
  [neighbors.vrf]: '203.0.113.1',
}

export const asn = 65_001
export const peerAsn = 65_002
export const password = 'remains'
