import { Type } from 'typebox'
import { labelSelectors, names } from './label-selectors.ts'
import { type MetallbKind, metallbKind } from './metallb-kind.ts'

// Longer ones than an address has bits are for `check/aggregation`, which knows the family.
const aggregationLength = () => Type.Optional(Type.Integer({ format: 'int32', minimum: 1 }))

const spec = Type.Object({
  aggregationLength: aggregationLength(),
  aggregationLengthV6: aggregationLength(),
  localPref: Type.Optional(Type.Integer({ format: 'int32', minimum: 0, maximum: 2_147_483_647 })),
  communities: names(),
  ipAddressPools: names(),
  ipAddressPoolSelectors: labelSelectors(),
  nodeSelectors: labelSelectors(),
  serviceSelectors: labelSelectors(),
  peers: names(),
})

export type BgpAdvertisementSpec = Type.Static<typeof spec>

export const bgpAdvertisement: MetallbKind<BgpAdvertisementSpec | undefined> = metallbKind(
  'v1beta1',
  'BGPAdvertisement',
  Type.Optional(spec),
)
