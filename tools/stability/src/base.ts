import { asn, neighbors, password, peerAsn } from './places.ts'
import type { Wanted } from './spec.ts'

/** Sessions of every kind, of which a change may touch one. */
export function base(vrf: string | undefined): Wanted {
  const toAdvertise = { allowed: { mode: 'all' as const } }
  const toReceive = { allowed: { mode: 'all' as const } }
  const common = { connectTime: '1s', toAdvertise, toReceive }
  const external = { ...common, asn: peerAsn }
  const wanted: Wanted = {
    routers: [
      {
        asn,
        id: '10.255.0.1',
        prefixes: ['10.1.0.0/24', '10.1.1.0/24', '10.1.2.0/24', '2001:db8:1000::/64'],
        neighbors: [
          {
            ...external,
            address: neighbors.subject,
            toAdvertise: { allowed: { mode: 'filtered' as const, prefixes: ['10.1.0.0/24', '10.1.1.0/24'] } },
          },
          { ...external, address: neighbors.bfd, ...(vrf === undefined && { bfdProfile: 'steady' }) },
          { ...external, address: neighbors.password, password },
          { ...external, address: neighbors.ipv6 },
          { ...common, interface: neighbors.unnumbered, dynamicASN: 'external' as const },
          { ...external, address: neighbors.multihop, ebgpMultiHop: true, sourceaddress: '10.255.0.1' },
          { ...common, asn, address: neighbors.ibgp },
          { ...common, asn, address: neighbors.evpn, addressFamilies: ['unicast' as const, 'evpn' as const] },
        ],
      },
      ...(vrf === undefined
        ? []
        : [
            {
              asn,
              vrf,
              id: '10.255.0.9',
              prefixes: ['10.9.0.0/24'],
              neighbors: [{ ...external, address: neighbors.vrf }],
            },
          ]),
    ],
    bfdProfiles: [{ name: 'steady', receiveInterval: 300, transmitInterval: 300, detectMultiplier: 5 }],
    // Otherwise bgpd waits five seconds before it acts upon a changed route-map.
    raw: 'exit\nbgp route-map delay-timer 1\n',
    alwaysBlock: [],
    logLevel: 'info',
  }
  // The neighbors share nothing any more, so that a change of one stays there.
  return JSON.parse(JSON.stringify(wanted))
}
