import { Type } from 'typebox'
import { type DeepReadonly, opaqueObject } from './schema.ts'

const statusSchema = Type.Object({
  runningConfig: Type.Optional(
    Type.String({ description: 'What FRR runs now, as `show running-config` writes it; secrets hidden.' }),
  ),
  lastConversionResult: Type.Optional(
    Type.String({ description: '`success`, or why the objects could not become a configuration.' }),
  ),
  lastReloadResult: Type.Optional(Type.String({ description: '`success`, or what FRR said when it refused.' })),
})

export const frrNodeStateSchema = Type.Object(
  {
    apiVersion: Type.Optional(Type.String()),
    kind: Type.Optional(Type.String()),
    metadata: Type.Optional(opaqueObject()),
    spec: Type.Optional(opaqueObject()),
    status: Type.Optional(statusSchema),
  },
  { description: 'What the FRR of one node runs, and how the last change went. Named like the node.' },
)

export type FrrNodeStateStatus = DeepReadonly<Type.Static<typeof statusSchema>>
