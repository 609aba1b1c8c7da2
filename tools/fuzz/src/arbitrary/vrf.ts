import * as fc from 'fast-check'
import { type Evpn, evpns } from './evpn.ts'
import { oddNames } from './words.ts'

/** A VRF as all objects of a world see it. */
export type Vrf = {
  /** The ways to name it: the default VRF has several, one of them to say nothing. */
  readonly names: readonly (string | undefined)[]
  readonly asn: number
  readonly id: string | undefined
  readonly evpn: Evpn
}

const asns: fc.Arbitrary<number> = fc.constantFrom(64_512, 64_513, 1, 65_536, 4_294_967_295)
const ids: fc.Arbitrary<string | undefined> = fc.constantFrom(undefined, undefined, '192.0.2.1', '255.255.255.254')
const name: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom('red', 'blue', 'tenant-1', 'x'.repeat(15)), weight: 8 },
  { arbitrary: fc.constantFrom(...oddNames), weight: 1 },
)

/** The default VRF first, then up to two more. */
export const vrfs: fc.Arbitrary<readonly Vrf[]> = fc
  .tuple(
    fc.uniqueArray(name, { maxLength: 2 }),
    fc.array(fc.record({ asn: asns, id: ids }), { minLength: 3, maxLength: 3 }),
    evpns,
  )
  .map(([names, settings, evpn]) =>
    [undefined, ...names].map((vrf, i) => ({
      names: vrf === undefined ? [undefined, '', 'default'] : [vrf],
      asn: settings[i]?.asn ?? 64_512,
      id: settings[i]?.id,
      evpn: evpn(i),
    })),
  )

/** What a router or an import writes for the VRF. */
export function writeVrf({ names }: Vrf, spelling: number): string | undefined {
  return names[spelling % names.length]
}
