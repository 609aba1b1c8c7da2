import type { NeighborSpec } from '@frrkit/api'
import { type Document, type IpFamily, type Origin, type Origins, parseAddress } from '@frrkit/model'
import type { Password } from './check/password.ts'
import { set } from './check/session.ts'
import { timersOf } from './check/timers.ts'
import type { BgpPeerSpec } from './kinds/bgp-peer.ts'

/** A BGPPeer of this node as a neighbor, all but what it is told. */
export type Session = {
  readonly peer: Document<BgpPeerSpec>
  /** Name of the BGPPeer, by which advertisements choose. */
  readonly name: string
  readonly families: ReadonlySet<IpFamily>
  readonly neighbor: NeighborSpec
  /** Who wrote which field of it, by the field's name; the rest was written in the spec. */
  readonly origins: Readonly<Record<string, Origin>>
  /** Neighbors of a router come in this order. */
  readonly order: string
  readonly router: { readonly asn: number; readonly vrf: string }
}

export function sessionOf(peer: Document<BgpPeerSpec>, password: Password): Session {
  const { spec } = peer
  const address = parseAddress(spec.peerAddress ?? '')
  const source = parseAddress(spec.sourceAddress ?? '')?.text
  const vrf = spec.vrf ?? ''
  const both = spec.dualStackAddressFamily === true || address === undefined
  const asn = set(spec.dynamicASN) ?? `${spec.peerASN}`
  return {
    peer,
    name: peer.object.name,
    families: new Set(both ? (['ipv4', 'ipv6'] as const) : [address.family]),
    neighbor: neighborOf(spec, { address: address?.text, source, password }),
    origins: originsOf(peer),
    order: `${asn}@${address?.text ?? spec.interface}-${spec.myASN}@${source ?? '<nil>'}${vrf === '' ? '' : `/${vrf}`}`,
    router: { asn: spec.myASN, vrf },
  }
}

type Read = {
  readonly address: string | undefined
  readonly source: string | undefined
  readonly password: Password
}

function neighborOf(spec: BgpPeerSpec, { address, source, password }: Read): NeighborSpec {
  const { connectTime, bfdProfile, localASN } = spec
  return {
    ...(set(spec.dynamicASN) === undefined ? { asn: spec.peerASN ?? 0 } : { dynamicASN: dynamic(spec.dynamicASN) }),
    ...(address === undefined ? { interface: spec.interface ?? '' } : { address }),
    ...(source !== undefined && { sourceaddress: source }),
    ...(localASN !== undefined && { localASN }),
    // 0 means the usual port, as it did in v1beta1.
    port: spec.peerPort || 179,
    ...password,
    ...timersOf(spec),
    ...(connectTime !== undefined && { connectTime }),
    ...(set(bfdProfile) !== undefined && { bfdProfile: bfdProfile ?? '' }),
    ...flags(spec),
  }
}

function dynamic(word: string | undefined): 'internal' | 'external' {
  return word === 'internal' ? 'internal' : 'external'
}

function flags(spec: BgpPeerSpec): NeighborSpec {
  const names = ['enableGracefulRestart', 'ebgpMultiHop', 'disableMP', 'dualStackAddressFamily'] as const
  return Object.fromEntries(names.flatMap((name) => (spec[name] === true ? [[name, true]] : [])))
}

/** Fields of a neighbor that bear another name in a BGPPeer. */
const renamed: Readonly<Record<string, keyof BgpPeerSpec>> = {
  asn: 'peerASN',
  sourceaddress: 'sourceAddress',
  address: 'peerAddress',
  port: 'peerPort',
}

const same: readonly (keyof BgpPeerSpec & keyof NeighborSpec)[] = [
  'dynamicASN',
  'interface',
  'localASN',
  'passwordSecret',
  'connectTime',
  'bfdProfile',
  'enableGracefulRestart',
  'ebgpMultiHop',
  'disableMP',
  'dualStackAddressFamily',
]

function originsOf({ object, spec }: Document<BgpPeerSpec>): Readonly<Record<string, Origin>> {
  const at = (field: string): Origin => ({ object, path: `spec.${field}` })
  const fields = [...Object.entries(renamed), ...same.map((field) => [field, field] as const)]
  return {
    ...Object.fromEntries(fields.map(([field, written]) => [field, at(written)])),
    password: at(set(spec.password) === undefined ? 'passwordSecret' : 'password'),
    // Where only one of the two is written, the other follows from it.
    holdTime: at(spec.holdTime === undefined ? 'keepaliveTime' : 'holdTime'),
    keepaliveTime: at(spec.keepaliveTime === undefined ? 'holdTime' : 'keepaliveTime'),
  }
}

/** The same by the paths of the document that the neighbor stands in. */
export function originsAt(path: string, { peer, origins }: Session): Origins {
  const fields = Object.entries(origins).map(([field, origin]) => [`${path}.${field}`, origin] as const)
  return { [path]: { object: peer.object, path: 'spec' }, ...Object.fromEntries(fields) }
}
