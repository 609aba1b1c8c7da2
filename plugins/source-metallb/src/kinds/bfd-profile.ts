import { Type } from 'typebox'
import { type MetallbKind, metallbKind } from './metallb-kind.ts'

const integer = (minimum: number, maximum: number) => Type.Optional(Type.Integer({ format: 'int32', minimum, maximum }))

const spec = Type.Object({
  receiveInterval: integer(10, 60_000),
  transmitInterval: integer(10, 60_000),
  detectMultiplier: integer(2, 255),
  echoInterval: integer(10, 60_000),
  minimumTtl: integer(1, 254),
  echoMode: Type.Optional(Type.Boolean()),
  passiveMode: Type.Optional(Type.Boolean()),
})

export type BfdProfileSpec = Type.Static<typeof spec>

export const bfdProfile: MetallbKind<BfdProfileSpec | undefined> = metallbKind(
  'v1beta1',
  'BFDProfile',
  Type.Optional(spec),
)
