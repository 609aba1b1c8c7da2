import { isFields } from '../kube-object.ts'
import type { FieldError } from './field-error.ts'
import type { StructuralSchema } from './structural-schema.ts'

/** Entries that are there twice, in lists that are sets or maps. */
export function checkListTypes(schema: StructuralSchema, value: unknown, field = ''): readonly FieldError[] {
  if (Array.isArray(value)) {
    const { items = {} } = schema
    const seen = new Set<string>()
    return value.flatMap((one, i) => {
      const here = `${field}[${i}]`
      const identity = identityOf(schema, one)
      const twice = identity !== undefined && seen.has(JSON.stringify(identity))
      seen.add(JSON.stringify(identity))
      const below = checkListTypes(items, one, here)
      return twice ? [{ reason: 'FieldValueDuplicate' as const, field: here, value: identity }, ...below] : below
    })
  }
  if (!isFields(value)) return []
  const { properties = {}, additionalProperties } = schema
  return Object.entries(value).flatMap(([key, one]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties
    return typeof known === 'object' ? checkListTypes(known, one, field === '' ? key : `${field}.${key}`) : []
  })
}

function identityOf(schema: StructuralSchema, entry: unknown): unknown {
  switch (schema['x-kubernetes-list-type']) {
    case 'set':
      return entry
    case 'map':
      return isFields(entry)
        ? Object.fromEntries((schema['x-kubernetes-list-map-keys'] ?? []).map((key) => [key, entry[key]]))
        : undefined
    default:
      return undefined
  }
}
