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

export type PeerName = 'ibgp' | 'ebgp' | 'ibgpMultihop' | 'ebgpMultihop'
export const peerNames: readonly PeerName[] = ['ibgp', 'ebgp', 'ibgpMultihop', 'ebgpMultihop']

/** The nodes and the single-hop peers on one network, the other peers on another one behind `ebgp`. */
export type Network = {
  /** Where the nodes have their end of it; absent: in none. */
  readonly vrf?: string
  /** The AS of the nodes. */
  readonly asn: number
  readonly nodes: readonly [Place, Place]
  readonly peers: Readonly<Record<PeerName, Peer>>
  /** The address of `ebgp` on the network of the multi-hop peers. */
  readonly gateway: Pick<Place, IpFamily>
  readonly subnets: { readonly near: readonly string[]; readonly far: readonly string[] }
}

type Plan = Pick<Network, 'vrf' | 'asn'> & {
  /** What the addresses of the two networks begin with. */
  readonly near: Pick<Place, IpFamily>
  readonly far: Pick<Place, IpFamily>
  readonly passwords: Partial<Readonly<Record<PeerName, string>>>
}

function on({ ipv4, ipv6 }: Plan['near'], host: number): Pick<Place, IpFamily> {
  return { ipv4: `${ipv4}.0.${host}`, ipv6: `${ipv6}::${host}` }
}

function subnetsOf({ ipv4, ipv6 }: Plan['near']): readonly string[] {
  return [`${ipv4}.0.0/16`, `${ipv6}::/64`]
}

function planned({ near, far, passwords, ...rest }: Plan): Network {
  const { asn } = rest
  const [outside, otherOutside] = [4_200_000_000, 4_200_000_001]
  const secured = (key: PeerName, name: string) => ({
    name,
    ...(passwords[key] !== undefined && { password: passwords[key] }),
  })
  const distant = { port: 180, multihop: true } as const
  return {
    ...rest,
    nodes: [
      { name: 'n0', ...on(near, 10) },
      { name: 'n1', ...on(near, 11) },
    ],
    peers: {
      ibgp: { ...secured('ibgp', 'ibgp'), ...on(near, 3), asn, routerId: '10.0.0.3' },
      ebgp: { ...secured('ebgp', 'ebgp'), ...on(near, 2), asn: outside, routerId: '10.0.0.2' },
      ibgpMultihop: { ...secured('ibgpMultihop', 'ibgp-far'), ...on(far, 4), asn, routerId: '10.0.0.5', ...distant },
      ebgpMultihop: {
        ...secured('ebgpMultihop', 'ebgp-far'),
        ...on(far, 3),
        asn: otherOutside,
        routerId: '10.0.0.4',
        ...distant,
      },
    },
    gateway: on(far, 1),
    subnets: { near: subnetsOf(near), far: subnetsOf(far) },
  }
}

/** As the reference's suite has them: in the default VRF, and in one of the nodes' own. */
export const networks: { readonly default: Network; readonly red: Network } = {
  default: planned({
    asn: 64_512,
    near: { ipv4: '172.18', ipv6: 'fc00:f853:ccd:e793' },
    far: { ipv4: '172.30', ipv6: 'fc00:f853:ccd:e798' },
    passwords: { ibgp: 'ibgp-test', ibgpMultihop: 'ibgp-test', ebgpMultihop: 'ebgp-test' },
  }),
  red: planned({
    vrf: 'red',
    asn: 64_513,
    near: { ipv4: '172.31', ipv6: 'fc00:f853:ccd:e799' },
    far: { ipv4: '172.32', ipv6: 'fc00:f853:ccd:e800' },
    passwords: { ibgp: 'vrf-test', ebgp: 'vrf-test', ibgpMultihop: 'ibgp-test', ebgpMultihop: 'ebgp-test' },
  }),
}

export function familyOf(addressOrPrefix: string): IpFamily {
  return addressOrPrefix.includes(':') ? 'ipv6' : 'ipv4'
}

/** The neighbor of a node that this peer is, over this family. */
export function neighbor(
  name: PeerName,
  family: IpFamily,
  more: NeighborSpec = {},
  { peers, asn: ours }: Network = networks.default,
): NeighborSpec {
  const { asn, port, password, multihop, ...place } = peers[name]
  const whoever = more.dynamicASN === undefined ? { asn } : {}
  return {
    address: place[family],
    ...whoever,
    connectTime: '1s',
    ...(port !== undefined && { port }),
    ...(password !== undefined && more.passwordSecret === undefined && { password }),
    ...(multihop && asn !== ours && { ebgpMultiHop: true }),
    ...more,
  }
}

/** What `more` says of each peer over each family. */
export type More = NeighborSpec | ((name: PeerName, family: IpFamily) => NeighborSpec)

/** Each peer over each family, with what `more` says of it. */
export function neighbors(
  more: More = {},
  names: readonly PeerName[] = peerNames,
  network: Network = networks.default,
): readonly NeighborSpec[] {
  return names.flatMap((name) =>
    families.map((family) => neighbor(name, family, typeof more === 'function' ? more(name, family) : more, network)),
  )
}

/** Those of one family: a session may be told only of prefixes that it carries. */
export function ofFamily(family: IpFamily, prefixes: readonly string[]): string[] {
  return prefixes.filter((prefix) => familyOf(prefix) === family)
}
