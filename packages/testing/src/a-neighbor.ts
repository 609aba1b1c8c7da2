import { type Advertise, type IpFamily, type Neighbor, parseAddress } from '@frrkit/model'

/** Advertises nothing. */
export function anAdvertise(overrides: Partial<Advertise> = {}): Advertise {
  return { prefixes: [], nextHop: {}, localPrefs: [], communities: [], all: [], ...overrides }
}

/** An eBGP neighbor that sends and receives nothing; name and families follow from its address or interface. */
export function aNeighbor(overrides: Partial<Neighbor> = {}): Neighbor {
  const { interface: port, address } = overrides
  const peer = port === undefined ? { address: address ?? '192.0.2.1' } : { interface: port }
  return {
    name: port ?? address ?? '192.0.2.1',
    ...peer,
    asn: 65_001,
    families: familiesOf(peer.address),
    addressFamilies: ['unicast'],
    ebgpMultiHop: false,
    gracefulRestart: false,
    advertise: anAdvertise(),
    receive: { mode: 'filtered', filters: [] },
    origins: [],
    fieldOrigins: {},
    ...overrides,
  }
}

function familiesOf(address: string | undefined): readonly IpFamily[] {
  if (address === undefined) return ['ipv4', 'ipv6']
  const parsed = parseAddress(address)
  if (parsed === undefined) throw new Error(`BUG: ${address} is no address`)
  return [parsed.family]
}
