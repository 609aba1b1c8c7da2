import { Type } from 'typebox'
import { evpnSchema } from './evpn.ts'
import { neighborSchema } from './neighbor.ts'
import { type DeepReadonly, opaqueObject } from './schema.ts'

const routerSchema = Type.Object(
  {
    asn: Type.Integer({ format: 'int64', minimum: 0, maximum: 4_294_967_295, description: 'Our AS number.' }),
    id: Type.Optional(Type.String({ description: 'BGP router id, a dotted quad. FRR chooses one when absent.' })),
    vrf: Type.Optional(Type.String({ description: 'Linux VRF of this router; empty is the default VRF.' })),
    neighbors: Type.Optional(Type.Array(neighborSchema, { description: 'Neighbors of this router.' })),
    prefixes: Type.Optional(Type.Array(Type.String(), { description: 'Prefixes that this router originates.' })),
    imports: Type.Optional(
      Type.Array(
        Type.Object({
          vrf: Type.Optional(Type.String({ description: 'VRF to import from; `default` is the default VRF.' })),
        }),
        { description: 'VRFs whose routes leak into this one.' },
      ),
    ),
    evpn: Type.Optional(evpnSchema),
  },
  { description: 'One BGP instance, that of one VRF. Routers of one VRF are merged.' },
)

const interval = (description: string) => Type.Integer({ format: 'int32', minimum: 10, maximum: 60_000, description })

const bfdProfileSchema = Type.Object(
  {
    name: Type.String({ description: 'Name by which neighbors of the same object refer to it.' }),
    receiveInterval: Type.Optional(interval('Required minimum receive interval in ms. Absent means 300.')),
    transmitInterval: Type.Optional(interval('Desired minimum transmit interval in ms. Absent means 300.')),
    detectMultiplier: Type.Optional(
      Type.Integer({
        format: 'int32',
        minimum: 2,
        maximum: 255,
        description: 'Missed packets until down. Absent means 3.',
      }),
    ),
    echoInterval: Type.Optional(interval('Echo interval in ms. Absent means 50.')),
    echoMode: Type.Optional(Type.Boolean({ description: 'Use echo packets; single-hop sessions only.' })),
    passiveMode: Type.Optional(Type.Boolean({ description: 'Wait for the peer to start.' })),
    minimumTtl: Type.Optional(
      Type.Integer({
        format: 'int32',
        minimum: 1,
        maximum: 254,
        description: 'Lowest TTL accepted on multihop sessions. Absent means 254.',
      }),
    ),
  },
  { description: 'BFD parameters (RFC 5880).' },
)

/** Of the API, and for the kinds of others that select nodes, too. */
export const labelSelectorSchema = Type.Object(
  {
    matchLabels: Type.Optional(
      // Not Type.Record: that emits `patternProperties`, which a structural CRD forbids.
      Type.Unsafe<Record<string, string>>({
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'Labels that the node must have, all of them.',
      }),
    ),
    matchExpressions: Type.Optional(
      Type.Array(
        Type.Object({
          key: Type.String({ description: 'Label key.' }),
          operator: Type.String({ description: '`In`, `NotIn`, `Exists` or `DoesNotExist`.' }),
          values: Type.Optional(Type.Array(Type.String(), { description: 'Values for `In` and `NotIn`.' })),
        }),
        { description: 'Expressions that the labels of the node must fulfil, all of them.' },
      ),
    ),
  },
  {
    'x-kubernetes-map-type': 'atomic',
    description: 'Nodes that use this object. Absent or empty means every node.',
  },
)

const specSchema = Type.Object({
  bgp: Type.Optional(
    Type.Object(
      {
        routers: Type.Optional(
          Type.Array(routerSchema, { maxItems: 50, description: 'BGP instances, one for each VRF.' }),
        ),
        bfdProfiles: Type.Optional(
          Type.Array(bfdProfileSchema, { description: 'BFD profiles that neighbors of this object may use.' }),
        ),
      },
      { description: 'The BGP part.' },
    ),
  ),
  raw: Type.Optional(
    Type.Object(
      {
        rawConfig: Type.Optional(Type.String({ description: 'FRR configuration, appended as it stands at the end.' })),
        priority: Type.Optional(
          Type.Integer({ description: 'Lower comes first; ties by object name. Absent means 0.' }),
        ),
      },
      { description: 'Raw FRR configuration, for what the API cannot say. Not checked before FRR sees it.' },
    ),
  ),
  nodeSelector: Type.Optional(labelSelectorSchema),
})

export const frrConfigurationSchema = Type.Object(
  {
    apiVersion: Type.Optional(Type.String()),
    kind: Type.Optional(Type.String()),
    metadata: Type.Optional(opaqueObject()),
    spec: Type.Optional(specSchema),
    status: Type.Optional(opaqueObject()),
  },
  { description: 'What one actor wants of the FRR of the selected nodes. Objects add up; none takes away.' },
)

export type FrrConfigurationSpec = DeepReadonly<Type.Static<typeof specSchema>>
export type RouterSpec = DeepReadonly<Type.Static<typeof routerSchema>>
export type NeighborSpec = DeepReadonly<Type.Static<typeof neighborSchema>>
export type EvpnSpec = DeepReadonly<Type.Static<typeof evpnSchema>>
export type BfdProfileSpec = DeepReadonly<Type.Static<typeof bfdProfileSchema>>
export type LabelSelector = DeepReadonly<Type.Static<typeof labelSelectorSchema>>
