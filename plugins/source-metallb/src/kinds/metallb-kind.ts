import { createValidator, type Validator } from '@frrkit/api'
import { type Document, issueProblem, type Problem, type SourceObject } from '@frrkit/model'
import { Type } from 'typebox'

/** A valid object, or what is wrong with it; either way with what an API server would have warned of. */
export type Read<Spec> = { readonly document?: Document<Spec>; readonly problems: readonly Problem[] }

export type MetallbKind<Spec> = {
  readonly apiVersion: string
  readonly kind: string
  /** Reads an object once: the same JavaScript object gives the same document. */
  readonly read: (object: SourceObject) => Read<Spec>
}

/** One of MetalLB's CRDs, whose `spec` has this schema. */
export function metallbKind<Spec>(version: string, kind: string, spec: Type.TSchema): MetallbKind<Spec> {
  const opaque = Type.Unsafe<object>({ type: 'object' })
  const text = Type.Optional(Type.String())
  const schema = Type.Object({
    apiVersion: text,
    kind: text,
    metadata: Type.Optional(opaque),
    spec,
    status: Type.Optional(opaque),
  })
  const validate: Validator<{ readonly spec: Spec }> = createValidator(schema)
  const known = new WeakMap<SourceObject, Read<Spec>>()
  return {
    apiVersion: `metallb.io/${version}`,
    kind,
    read: (object) => {
      const read = known.get(object) ?? readOne(object, validate)
      known.set(object, read)
      return read
    },
  }
}

function readOne<Spec>(source: SourceObject, validate: Validator<{ readonly spec: Spec }>): Read<Spec> {
  const { object } = source
  const result = validate(source.body, source)
  const bare: Document = { object, spec: {} }
  return result.ok
    ? { document: { object, spec: result.value.spec }, problems: [] }
    : { problems: result.issues.map((issue) => issueProblem(bare, issue)) }
}
