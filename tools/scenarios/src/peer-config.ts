import { families, familyOf, type Network, type Peer, type Place } from './places.ts'

/** What its sessions may be told to use. No interval is so short that a busy machine ends a session. */
const bfdProfiles = `\
bfd
 profile plain
 profile full
  receive-interval 200
  transmit-interval 200
 profile echo
  echo-mode
  echo receive-interval 300
  echo transmit-interval 300
`

/** The frr.conf of a peer: a session with each node over each family, nothing announced yet, everything taken. */
export function peerConfig(peer: Peer, { asn }: Network, nodes: readonly Place[]): string {
  const addresses = nodes.flatMap((node) => families.map((family) => node[family]))
  return `\
${bfdProfiles}\
router bgp ${peer.asn}
 bgp router-id ${peer.routerId}
 no bgp ebgp-requires-policy
 no bgp network import-check
 no bgp default ipv4-unicast
${addresses.map((address) => session(peer, asn, address)).join('')}\
${families.map((family) => activated(family, addresses)).join('')}`
}

function session({ password, multihop, asn }: Peer, nodeAsn: number, address: string): string {
  return [
    ` neighbor ${address} remote-as ${nodeAsn}`,
    // The nodes do not listen, so dialing them is vain; and bgpd of 8.4 takes the end of its own attempt for the end of the
    // session that the node has just opened, where both happen at once. With a password the attempts last, as the refusal is unsigned.
    ` neighbor ${address} passive`,
    ...(password === undefined ? [] : [` neighbor ${address} password ${password}`]),
    ...(multihop && asn !== nodeAsn ? [` neighbor ${address} ebgp-multihop`] : []),
    '',
  ].join('\n')
}

function activated(family: string, addresses: readonly string[]): string {
  const own = addresses.filter((address) => familyOf(address) === family)
  return ` address-family ${family} unicast
${own.map((address) => `  neighbor ${address} activate\n  neighbor ${address} soft-reconfiguration inbound\n`).join('')} exit-address-family
`
}
