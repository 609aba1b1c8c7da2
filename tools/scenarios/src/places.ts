import type { NeighborSpec } from '@frrkit/api'

export type IpFamily = 'ipv4' | 'ipv6'
export const families: readonly IpFamily[] = ['ipv4', 'ipv6']

/** A node of the cluster, or a peer: one FRR. */
export type Place = { readonly name: string; readonly ipv4: string; readonly ipv6: string }

export type Peer = Place & {
  readonly asn: number
  readonly routerId: string
  readonly port?: number
  readonly password?: string
  /** Behind the gateway, which is `ebgp`. */
  readonly multihop?: true
}

export const namespace = 'frr-k8s-system'
export const nodeAsn = 64_512

const onLan = (name: string, host: number): Place => ({
  name,
  ipv4: `172.18.0.${host}`,
  ipv6: `fc00:f853:ccd:e793::${host}`,
})

export const nodePlaces: readonly [Place, Place] = [onLan('n0', 10), onLan('n1', 11)]

export type PeerName = 'ibgp' | 'ebgp' | 'multihop'
export const peerNames: readonly PeerName[] = ['ibgp', 'ebgp', 'multihop']

/** As the reference's suite has them, in the default VRF; its multi-hop iBGP peer differs in nothing that is looked at here. */
export const peers: Readonly<Record<PeerName, Peer>> = {
  ibgp: { ...onLan('ibgp', 3), asn: nodeAsn, routerId: '10.0.0.3', password: 'ibgp-test' },
  ebgp: { ...onLan('ebgp', 2), asn: 4_200_000_000, routerId: '10.0.0.2' },
  multihop: {
    name: 'multihop',
    ipv4: '172.30.0.3',
    ipv6: 'fc00:f853:ccd:e798::3',
    asn: 4_200_000_001,
    routerId: '10.0.0.4',
    port: 180,
    password: 'ebgp-test',
    multihop: true,
  },
}

export const gateway: Pick<Place, IpFamily> = { ipv4: '172.30.0.1', ipv6: 'fc00:f853:ccd:e798::1' }

export function familyOf(addressOrPrefix: string): IpFamily {
  return addressOrPrefix.includes(':') ? 'ipv6' : 'ipv4'
}

/** The neighbor of a node that this peer is, over this family. */
export function neighbor(name: PeerName, family: IpFamily, more: NeighborSpec = {}): NeighborSpec {
  const { asn, port, password, multihop, ...place } = peers[name]
  const whoever = more.dynamicASN === undefined ? { asn } : {}
  return {
    address: place[family],
    ...whoever,
    connectTime: '1s',
    ...(port !== undefined && { port }),
    ...(password !== undefined && more.passwordSecret === undefined && { password }),
    ...(multihop && { ebgpMultiHop: true }),
    ...more,
  }
}

/** Each peer over each family, with what `more` says of it. */
export function neighbors(
  more: NeighborSpec | ((name: PeerName, family: IpFamily) => NeighborSpec) = {},
  names: readonly PeerName[] = peerNames,
): readonly NeighborSpec[] {
  return names.flatMap((name) =>
    families.map((family) => neighbor(name, family, typeof more === 'function' ? more(name, family) : more)),
  )
}

/** Those of one family: a session may be told only of prefixes that it carries. */
export function ofFamily(family: IpFamily, prefixes: readonly string[]): string[] {
  return prefixes.filter((prefix) => familyOf(prefix) === family)
}
