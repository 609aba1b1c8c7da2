import { Type } from 'typebox'
import { type MetallbKind, metallbKind } from './metallb-kind.ts'

const text = () => Type.Optional(Type.String())
const spec = Type.Object({
  communities: Type.Optional(Type.Array(Type.Object({ name: text(), value: text() }))),
})

export type CommunitySpec = Type.Static<typeof spec>

export const community: MetallbKind<CommunitySpec | undefined> = metallbKind(
  'v1beta1',
  'Community',
  Type.Optional(spec),
)
