import { celKeyword, type DeepReadonly, labelSelectorSchema } from '@frrkit/api'
import { Type } from 'typebox'

export const apiVersion = 'static.frrkit.dev/v1alpha1'
export const kind = 'StaticRoute'

const nextHopSchema = Type.Object(
  {
    address: Type.Optional(
      Type.String({
        maxLength: 45,
        description: 'Address of the next hop, of the family of the prefix. A link-local one needs `interface`.',
      }),
    ),
    interface: Type.Optional(
      Type.String({ maxLength: 15, description: 'Interface to send by; without `address`, what is sent is on-link.' }),
    ),
  },
  {
    [celKeyword]: [
      { rule: 'has(self.address) || has(self.interface)', message: 'an address, an interface, or both are needed' },
    ],
  },
)

export const specSchema = Type.Object(
  {
    nodeSelector: Type.Optional(labelSelectorSchema),
    vrf: Type.Optional(
      Type.String({ maxLength: 15, description: 'Linux VRF of the route; empty or `default` is the default VRF.' }),
    ),
    prefix: Type.String({ format: 'cidr', description: 'Destination, IPv4 or IPv6.' }),
    nextHops: Type.Optional(
      Type.Array(nextHopSchema, {
        minItems: 1,
        maxItems: 64,
        description: 'Where to send; several share the traffic. Those of several objects add up.',
      }),
    ),
    blackhole: Type.Optional(
      Type.Unsafe<'drop' | 'reject'>({
        type: 'string',
        enum: ['drop', 'reject'],
        description: 'Instead of next hops: discard silently, or answer that the destination is unreachable.',
      }),
    ),
    distance: Type.Optional(
      Type.Integer({
        format: 'int32',
        minimum: 1,
        maximum: 254,
        description: 'Administrative distance: the lowest that works is used. Absent means 1. Of BGP it is 20 or 200.',
      }),
    ),
  },
  {
    description: 'A static route of the selected nodes.',
    [celKeyword]: [
      { rule: 'has(self.nextHops) != has(self.blackhole)', message: 'either nextHops or blackhole is needed' },
    ],
  },
)

/** The whole object. The CustomResourceDefinition in `crds` is made of it. */
export const staticRouteSchema = Type.Object(
  {
    apiVersion: Type.Optional(Type.String()),
    kind: Type.Optional(Type.String()),
    metadata: Type.Optional(Type.Unsafe<object>({ type: 'object' })),
    spec: specSchema,
  },
  { description: 'A static route that one actor wants. Objects add up; none takes away.' },
)

export type StaticRouteSpec = DeepReadonly<Type.Static<typeof specSchema>>
