import { type Issue, joinPath } from './issue.ts'
import type { Schema } from './schema.ts'
import { nearestField } from './suggest.ts'

/**
 * A copy of the value as an API server would store it before defaulting: unknown fields left out, and nulls too (a field
 * set to null is a field not set). Reports each unknown field.
 */
export function prune(schema: Schema, value: unknown, path: string, unknown: Issue[]): unknown {
  if (Array.isArray(value)) {
    const { items } = schema
    return items === undefined ? value : value.map((item, i) => prune(items, item, joinPath(path, i), unknown))
  }
  if (typeof value !== 'object' || value === null) return value
  const { properties, additionalProperties } = schema
  if (properties === undefined && typeof additionalProperties !== 'object') return value
  const kept: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    const known = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined
    const field = known ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
    if (field === undefined) unknown.push(unknownField(schema, key, path))
    else if (item !== null) setOwn(kept, key, prune(field, item, joinPath(path, key), unknown))
  }
  return kept
}

/** Plain assignment would call the setter that `__proto__` is. */
function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
}

function unknownField({ properties = {} }: Schema, key: string, path: string): Issue {
  const nearest = nearestField(key, Object.keys(properties))
  return { kind: 'unknown-field', path: joinPath(path, key), expected: nearest ?? '', got: key }
}
