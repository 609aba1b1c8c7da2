import { Type } from 'typebox'
import { labelSelectors, names } from './label-selectors.ts'
import { type MetallbKind, metallbKind } from './metallb-kind.ts'

const spec = Type.Object({
  addresses: Type.Array(Type.String()),
  autoAssign: Type.Optional(Type.Boolean()),
  avoidBuggyIPs: Type.Optional(Type.Boolean()),
  // Who gets addresses is the controller's business; a mistake in here keeps the speaker from going on, too.
  serviceAllocation: Type.Optional(
    Type.Object({
      priority: Type.Optional(Type.Integer()),
      namespaces: names(),
      namespaceSelectors: labelSelectors(),
      serviceSelectors: labelSelectors(),
    }),
  ),
})

export type IpAddressPoolSpec = Type.Static<typeof spec>

export const ipAddressPool: MetallbKind<IpAddressPoolSpec> = metallbKind('v1beta1', 'IPAddressPool', spec)
