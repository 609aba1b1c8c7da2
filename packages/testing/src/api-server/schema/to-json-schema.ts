import type { StructuralSchema } from './structural-schema.ts'

/** The same rules for ajv: what CustomResourceDefinitions write otherwise than JSON Schema does. */
export function toJsonSchema(schema: StructuralSchema): object {
  const { properties, items, additionalProperties, nullable, default: _default, ...rest } = schema
  const translated: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).filter(([keyword]) => !keyword.startsWith('x-') && keyword !== 'example'),
  )
  for (const limit of ['Minimum', 'Maximum'] as const) {
    // OpenAPI 3.0 says by a flag what JSON Schema says by a number.
    const exclusive = `exclusive${limit}`
    const inclusive = limit.toLowerCase()
    if (translated[exclusive] === true) {
      translated[exclusive] = translated[inclusive]
      delete translated[inclusive]
    } else delete translated[exclusive]
  }
  for (const combination of ['allOf', 'anyOf', 'oneOf']) {
    const parts = translated[combination]
    if (Array.isArray(parts)) translated[combination] = parts.map((part) => toJsonSchema(part as StructuralSchema))
  }
  if (translated.not !== undefined) translated.not = toJsonSchema(translated.not as StructuralSchema)
  if (schema['x-kubernetes-int-or-string'] === true) {
    delete translated.anyOf
    translated.type = ['integer', 'string']
  }
  const { type } = translated
  if (nullable === true && type !== undefined) translated.type = [type, 'null'].flat()
  if (nullable === true && Array.isArray(translated.enum)) translated.enum = [...translated.enum, null]
  if (properties) {
    translated.properties = Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, toJsonSchema(one)]),
    )
  }
  if (items) translated.items = toJsonSchema(items)
  if (typeof additionalProperties === 'object') translated.additionalProperties = toJsonSchema(additionalProperties)
  return translated
}
