import { Type } from 'typebox'
import { type DeepReadonly, opaqueObject } from './schema.ts'

const statusSchema = Type.Object({
  bgpStatus: Type.Optional(
    Type.String({ description: 'State of the BGP session in FRR’s words, such as `Established`.' }),
  ),
  bfdStatus: Type.Optional(
    Type.String({ description: 'State of the BFD session in FRR’s words, `N/A` where there is none.' }),
  ),
  node: Type.Optional(Type.String({ description: 'The node.' })),
  peer: Type.Optional(
    Type.String({ description: 'The neighbor: IPv4 as it is, IPv6 expanded with `-` for `:`, or the interface.' }),
  ),
  vrf: Type.Optional(Type.String({ description: 'The VRF; empty is the default VRF.' })),
})

export const bgpSessionStateSchema = Type.Object(
  {
    apiVersion: Type.Optional(Type.String()),
    kind: Type.Optional(Type.String()),
    metadata: Type.Optional(opaqueObject()),
    spec: Type.Optional(opaqueObject()),
    status: Type.Optional(statusSchema),
  },
  { description: 'One BGP session of one node.' },
)

export type BgpSessionStateStatus = DeepReadonly<Type.Static<typeof statusSchema>>
