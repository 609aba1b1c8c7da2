import type { IpFamily } from '@frrkit/model'
import * as fc from 'fast-check'
import type { Spelled } from './spelled.ts'

export type PrefixText = { readonly family: IpFamily; readonly length: number; readonly spelled: Spelled }

const v4 = (length: number, ...spelled: Spelled): PrefixText => ({ family: 'ipv4', length, spelled })
const v6 = (length: number, ...spelled: Spelled): PrefixText => ({ family: 'ipv6', length, spelled })

/** Few enough that objects share them, and lie inside each other. */
const common: readonly PrefixText[] = [
  v4(24, '198.51.100.0/24', '198.51.100.7/24', '::ffff:198.51.100.0/120', '::FFFF:C633:6400/120', '198.51.100.0/024'),
  v4(25, '198.51.100.128/25', '198.51.100.255/25'),
  v4(8, '10.0.0.0/8', '10.96.0.1/8'),
  v4(0, '0.0.0.0/0', '192.0.2.1/0'),
  v4(32, '192.0.2.128/32', '::ffff:192.0.2.128/128'),
  v6(48, '2001:db8:1::/48', '2001:DB8:1::/48', '2001:0db8:0001:0000:0000:0000:0000:0001/48'),
  v6(64, 'fc00:f853:ccd:e793::/64', 'FC00:F853:CCD:E793::1/64'),
  v6(0, '::/0', '2001:db8::/0'),
  v6(128, '2001:db8::1/128', '2001:db8:0:0:0:0:0:1/128'),
]

const anyV4: fc.Arbitrary<PrefixText> = fc
  .tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 }))
  .map(([address, length]) => v4(length, `${address}/${length}`))

const anyV6: fc.Arbitrary<PrefixText> = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 }),
    fc.integer({ min: 0, max: 128 }),
  )
  // Out of 2000::/8: what is mapped or link-local has its place among the common ones, and among the deviations.
  .map(([groups, length]) => v6(length, `20${groups.map((group) => group.toString(16)).join(':')}::/${length}`))
  .filter(({ spelled: [text] }) => /^[^:]{3,4}:/.test(text))

export const prefixTexts: fc.Arbitrary<PrefixText> = fc.oneof(
  { arbitrary: fc.constantFrom(...common), weight: 6 },
  { arbitrary: anyV4, weight: 1 },
  { arbitrary: anyV6, weight: 1 },
)
