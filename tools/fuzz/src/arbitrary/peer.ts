import type { IpFamily } from '@frrkit/model'
import * as fc from 'fast-check'
import { seldom } from './seldom.ts'
import type { Spelled } from './spelled.ts'
import { oddNames, passwords } from './words.ts'

/** A neighbor as all objects of a world see it. */
export type Peer = {
  readonly identity: { readonly interface: string } | { readonly address: Spelled; readonly family: IpFamily }
  readonly asn: 'same' | 'internal' | 'external' | number
  readonly port: number | undefined
  /** Hold and keepalive time in seconds. */
  readonly timers: readonly [number, number] | undefined
  readonly connectTime: number | undefined
  readonly password: string | undefined
  readonly ebgpMultiHop: boolean | undefined
  readonly sourceaddress: Spelled | undefined
  readonly localASN: number | undefined
  readonly dualStack: boolean | undefined
  readonly bfdProfile: number | undefined
  readonly nextHop: { readonly ipv4: string; readonly ipv6: string }
}

const identity: fc.Arbitrary<Peer['identity']> = fc.oneof(
  fc
    .constantFrom<Spelled>(['192.0.2.1', '::ffff:192.0.2.1', '::FFFF:C000:201'], ['10.0.0.9'], ['192.0.2.10'])
    .map((address) => ({ address, family: 'ipv4' as const })),
  fc
    .constantFrom<Spelled>(
      ['2001:db8::7', '2001:DB8:0:0::7', '2001:0db8:0000:0000:0000:0000:0000:0007'],
      ['fc00:f853:ccd:e793::2', 'FC00:F853:CCD:E793:0::2'],
    )
    .map((address) => ({ address, family: 'ipv6' as const })),
  fc.ipV4().map((address) => ({ address: [address] as const, family: 'ipv4' as const })),
  fc.constantFrom('eth0', 'eth1', 'bond0.100', 'br-ex', 'x'.repeat(15)).map((name) => ({ interface: name })),
  fc.constantFrom(...oddNames).map((name) => ({ interface: name })),
)

const peer: fc.Arbitrary<Peer> = fc.record({
  identity,
  asn: fc.constantFrom<Peer['asn']>('same', 'internal', 'external', 65_001, 4_200_000_000),
  port: seldom(fc.constantFrom(0, 179, 1179, 16_384)),
  timers: seldom(
    fc.constantFrom<readonly [number, number]>([180, 60], [90, 30], [0, 0], [3, 1], [3, 3], [65_535, 65_535]),
  ),
  connectTime: seldom(fc.constantFrom(1, 10, 60, 65_535)),
  password: seldom(passwords),
  ebgpMultiHop: fc.constantFrom(undefined, undefined, false, true),
  sourceaddress: seldom(
    fc.constantFrom<Spelled>(
      ['192.0.2.3', '::ffff:192.0.2.3'],
      ['2001:db8::3', '2001:DB8::3', '2001:db8:0::3'],
      ['lo'],
      ['ünï'],
    ),
  ),
  localASN: seldom(fc.constantFrom(64_999, 4_200_000_001)),
  dualStack: fc.constantFrom(undefined, undefined, false, true),
  bfdProfile: seldom(fc.nat(2)),
  nextHop: fc.record({
    ipv4: fc.constantFrom('192.0.2.200', '10.0.0.1'),
    ipv6: fc.constantFrom('2001:db8::200', '2001:DB8::0:200', 'fc00::1'),
  }),
})

/** FRR refuses more hops than one on unnumbered sessions, and does not care within an AS; a warning says so. */
const plausiblePeer: fc.Arbitrary<Peer> = fc.tuple(peer, fc.nat(5)).map(([any, dice]) => {
  const pointless = 'interface' in any.identity || any.asn === 'same' || any.asn === 'internal'
  return pointless && dice > 0 ? { ...any, ebgpMultiHop: undefined } : any
})

export const peers: fc.Arbitrary<readonly Peer[]> = fc.uniqueArray(plausiblePeer, {
  minLength: 1,
  maxLength: 4,
  selector: ({ identity: id }) => ('interface' in id ? id.interface : id.address[0]),
})

export function familiesOf({ identity: id, dualStack }: Peer): readonly IpFamily[] {
  return 'interface' in id || dualStack === true ? ['ipv4', 'ipv6'] : [id.family]
}
