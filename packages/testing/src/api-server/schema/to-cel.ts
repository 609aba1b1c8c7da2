import { isFields } from '../kube-object.ts'
import type { StructuralSchema } from './structural-schema.ts'

/** A JSON value as CEL has it: integers are no doubles there. */
export function toCel(schema: StructuralSchema, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (typeof value === 'number') return schema.type === 'number' || !Number.isInteger(value) ? value : BigInt(value)
  if (typeof value === 'string') return schema.format === 'date-time' ? new Date(value) : durationText(value)
  if (Array.isArray(value)) return value.map((one) => toCel(schema.items ?? {}, one))
  if (!isFields(value)) return value
  const { properties = {}, additionalProperties } = schema
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties
      return [key, toCel(typeof known === 'object' ? known : {}, one)]
    }),
  )
}

/** Go writes micro with either of two letters; cel-js reads one of them. */
function durationText(value: string): string {
  return value.replaceAll('\u03bcs', '\u00b5s')
}
