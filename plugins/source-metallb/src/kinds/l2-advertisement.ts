import { Type } from 'typebox'
import { labelSelectors, names } from './label-selectors.ts'
import { type MetallbKind, metallbKind } from './metallb-kind.ts'

const spec = Type.Object({
  ipAddressPools: names(),
  ipAddressPoolSelectors: labelSelectors(),
  nodeSelectors: labelSelectors(),
  serviceSelectors: labelSelectors(),
  interfaces: names(),
})

export type L2AdvertisementSpec = Type.Static<typeof spec>

/** Not for BGP, but the speaker refuses a configuration with a mistake in one. */
export const l2Advertisement: MetallbKind<L2AdvertisementSpec | undefined> = metallbKind(
  'v1beta1',
  'L2Advertisement',
  Type.Optional(spec),
)
