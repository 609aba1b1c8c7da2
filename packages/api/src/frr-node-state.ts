import { Type } from 'typebox'
import { type DeepReadonly, opaqueObject } from './schema.ts'

const problemSchema = Type.Object({
  object: Type.Optional(
    Type.String({ description: 'The object: `FRRConfiguration frr-system/edge`; absent where no object is at fault.' }),
  ),
  field: Type.Optional(Type.String({ description: 'The field of the object, such as `spec.bgp.routers[0].asn`.' })),
  code: Type.Optional(Type.String({ description: 'What kind of problem it is: `merge/conflict`.' })),
  severity: Type.Optional(
    Type.String({ description: '`error` keeps something from being applied; a `warning` does not.' }),
  ),
  reason: Type.Optional(Type.String({ description: 'What is wrong, and what each object says.' })),
  help: Type.Optional(Type.String({ description: 'One way out.' })),
})

const statusSchema = Type.Object({
  runningConfig: Type.Optional(
    Type.String({ description: 'What FRR runs now, as `show running-config` writes it; secrets hidden.' }),
  ),
  lastConversionResult: Type.Optional(
    Type.String({ description: '`success`, or why the objects could not become a configuration.' }),
  ),
  lastReloadResult: Type.Optional(Type.String({ description: '`success`, or what FRR said when it refused.' })),
  problems: Type.Optional(
    Type.Array(problemSchema, {
      description: 'What is wrong with the objects that speak on this node, one entry each.',
    }),
  ),
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
