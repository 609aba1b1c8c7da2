import { isFields } from '../kube-object.ts'
import type { StructuralSchema } from './structural-schema.ts'

const objectFields = ['apiVersion', 'kind', 'metadata']

/** A copy without the fields that the schema does not know; `unknown` gets the path of each. */
export function prune(
  schema: StructuralSchema,
  value: unknown,
  unknown: string[],
  path = '',
  isObject = true,
): unknown {
  if (Array.isArray(value)) {
    const { items } = schema
    return items === undefined
      ? value
      : value.map((one, i) => prune(items, one, unknown, `${path}[${i}]`, isEmbedded(items)))
  }
  if (!isFields(value)) return value
  const { properties = {}, additionalProperties } = schema
  const keepsAll = schema['x-kubernetes-preserve-unknown-fields'] === true || additionalProperties === true
  const kept: [string, unknown][] = []
  for (const [key, field] of Object.entries(value)) {
    const below = path === '' ? key : `${path}.${key}`
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined
    const schemaOf = known ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
    if (isObject && objectFields.includes(key)) kept.push([key, field])
    else if (schemaOf !== undefined) kept.push([key, prune(schemaOf, field, unknown, below, isEmbedded(schemaOf))])
    else if (keepsAll) kept.push([key, field])
    else unknown.push(below)
  }
  return Object.fromEntries(kept)
}

function isEmbedded(schema: StructuralSchema): boolean {
  return schema['x-kubernetes-embedded-resource'] === true
}
