import { isFields } from '../kube-object.ts'
import type { StructuralSchema } from './structural-schema.ts'

/** A copy with defaults filled in; a null in a place that knows no null is a field that is not set. */
export function fillDefaults(schema: StructuralSchema, value: unknown): unknown {
  const { items, properties = {}, additionalProperties } = schema
  if (Array.isArray(value)) return items === undefined ? value : value.map((one) => fillDefaults(items, one))
  if (!isFields(value)) return value
  const filled: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(value)) {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined
    const schemaOf = known ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
    if (schemaOf === undefined) filled[key] = field
    else if (field !== null || schemaOf.nullable === true) filled[key] = fillDefaults(schemaOf, field)
  }
  for (const [key, known] of Object.entries(properties)) {
    if (known.default !== undefined && !Object.hasOwn(filled, key)) {
      filled[key] = fillDefaults(known, structuredClone(known.default))
    }
  }
  return filled
}
