import { Type } from 'typebox'
import { type DeepReadonly, oneOf, opaqueObject } from './schema.ts'

export const logLevels = ['all', 'debug', 'info', 'warn', 'error', 'none'] as const
export type LogLevel = (typeof logLevels)[number]

const frrk8sSpecSchema = Type.Object({
  logLevel: Type.Optional(oneOf(logLevels, { description: 'Log level of the daemons and of FRR.' })),
})

export const frrk8sConfigurationSchema = Type.Object(
  {
    apiVersion: Type.Optional(Type.String()),
    kind: Type.Optional(Type.String()),
    metadata: Type.Optional(opaqueObject()),
    spec: Type.Optional(frrk8sSpecSchema),
    status: Type.Optional(opaqueObject()),
  },
  { description: 'Settings of the daemons themselves. Only the object named `config` in their namespace counts.' },
)

export type Frrk8sConfigurationSpec = DeepReadonly<Type.Static<typeof frrk8sSpecSchema>>
