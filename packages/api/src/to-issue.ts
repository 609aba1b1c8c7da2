import type { ErrorObject } from 'ajv'
import { describe, type Issue, joinPath } from './issue.ts'
import { type Schema, secretKeyword } from './schema.ts'

const formats: Readonly<Record<string, string>> = {
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  cidr: 'a prefix such as 192.0.2.0/24 or 2001:db8::/64',
  int32: 'an integer of 32 bits',
  int64: 'an integer of 64 bits',
}

const types: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'an integer',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/** ajv's error in our words; the value itself is repeated only where it is no secret. */
export function toIssue(root: Schema, body: unknown, { instancePath, keyword, params }: ErrorObject): Issue {
  const { path, schema, value } = follow(root, body, instancePath)
  const got = schema[secretKeyword] ? '(hidden)' : describe(value)
  switch (keyword) {
    case 'required':
      return {
        kind: 'missing-field',
        path: joinPath(path, params.missingProperty),
        expected: 'this field',
        got: 'nothing',
      }
    case 'type':
      return { kind: 'type', path, expected: types[params.type] ?? params.type, got }
    case 'enum':
      return { kind: 'value', path, expected: `one of ${params.allowedValues.join(', ')}`, got }
    case 'format':
      return { kind: 'value', path, expected: formats[params.format] ?? params.format, got }
    case 'minimum':
    case 'maximum':
      return { kind: 'value', path, expected: range(schema), got }
    case 'minItems':
      return { kind: 'value', path, expected: `at least ${count(params.limit)}`, got: count(lengthOf(value)) }
    case 'maxItems':
      return { kind: 'value', path, expected: `at most ${count(params.limit)}`, got: count(lengthOf(value)) }
    case 'maxLength':
      return { kind: 'value', path, expected: `at most ${params.limit} characters`, got }
    default:
      throw new Error(`BUG: no words for the keyword ${keyword} at ${path}`)
  }
}

function range({ minimum, maximum }: Schema): string {
  return `an integer from ${minimum} to ${maximum}`
}

function count(items: number): string {
  return items === 1 ? '1 entry' : `${items} entries`
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}

type Place = { readonly path: string; readonly schema: Schema; readonly value: unknown }

/** Walks a JSON pointer (RFC 6901) through value and schema side by side. */
function follow(root: Schema, body: unknown, pointer: string): Place {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  return keys.reduce<Place>(
    ({ path, schema, value }, key) => {
      const next = (value as Record<string, unknown>)[key]
      return Array.isArray(value)
        ? { path: joinPath(path, Number(key)), schema: schema.items ?? {}, value: next }
        : { path: joinPath(path, key), schema: schema.properties?.[key] ?? {}, value: next }
    },
    { path: '', schema: root, value: body },
  )
}
