import { isCidr, isIpv4, isIpv6 } from '@frrkit/api'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { at } from '../kube-object.ts'
import type { FieldError } from './field-error.ts'
import type { StructuralSchema } from './structural-schema.ts'
import { toJsonSchema } from './to-json-schema.ts'

const compiled = new WeakMap<StructuralSchema, ValidateFunction>()

/** What the schema has against a value, as far as JSON Schema can say it. */
export function checkSchema(schema: StructuralSchema, value: unknown): readonly FieldError[] {
  const validate = compiled.get(schema) ?? compile(schema)
  compiled.set(schema, validate)
  if (validate(value)) return []
  const errors = (validate.errors ?? []).filter((error, i, all) => !isSecondOfString(error, all.slice(0, i)))
  return errors.flatMap((error) => toFieldError(error, value))
}

/** Of length and pattern, an API server names the first that does not hold. */
function isSecondOfString({ keyword, instancePath }: ErrorObject, before: readonly ErrorObject[]): boolean {
  const ofStrings = ['maxLength', 'minLength', 'pattern']
  const same = before.filter((error) => error.instancePath === instancePath)
  return ofStrings.includes(keyword) && same.some((error) => ofStrings.includes(error.keyword))
}

function compile(schema: StructuralSchema): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true })
  ajv.addFormat('ipv4', isIpv4)
  ajv.addFormat('ipv6', isIpv6)
  ajv.addFormat('cidr', isCidr)
  ajv.addFormat('date-time', (text: string) => rfc3339.test(text) && !Number.isNaN(Date.parse(text)))
  ajv.addFormat('date', (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)))
  // Known to an API server, which does not look at the integers (measured with 1.35); the others are not checked here.
  for (const format of [
    'int32',
    'int64',
    'byte',
    'password',
    'duration',
    'uri',
    'hostname',
    'mac',
    'uuid',
    'email',
    'float',
    'double',
  ]) {
    ajv.addFormat(format, true)
  }
  return ajv.compile(toJsonSchema(schema))
}

const rfc3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[-+]\d\d:\d\d)$/

function toFieldError({ instancePath, keyword, params, data }: ErrorObject, root: unknown): readonly FieldError[] {
  const field = fieldOf(instancePath, root)
  const invalid = (detail: string, value: unknown = data): readonly FieldError[] => {
    return [{ reason: 'FieldValueInvalid', field, value, detail: `${field} in body ${detail}` }]
  }
  switch (keyword) {
    case 'required':
      return [
        {
          reason: 'FieldValueRequired',
          field: field === '' ? params.missingProperty : `${field}.${params.missingProperty}`,
        },
      ]
    case 'type': {
      const detail = `${field} in body must be of type ${[params.type]
        .flat()
        .filter((type) => type !== 'null')
        .join(',')}: "${typeName(data)}"`
      return [{ reason: 'FieldValueTypeInvalid', field, value: typeName(data), detail }]
    }
    case 'format': {
      const detail = `${field} in body must be of type ${params.format}: ${JSON.stringify(data)}`
      return [{ reason: 'FieldValueTypeInvalid', field, value: data, detail }]
    }
    case 'enum': {
      const allowed: readonly unknown[] = params.allowedValues
      const detail = `supported values: ${allowed.map((one) => JSON.stringify(one)).join(', ')}`
      return [{ reason: 'FieldValueNotSupported', field, value: data, detail }]
    }
    case 'minimum':
      return invalid(`should be greater than or equal to ${params.limit}`)
    case 'maximum':
      return invalid(`should be less than or equal to ${params.limit}`)
    case 'exclusiveMinimum':
      return invalid(`should be greater than ${params.limit}`)
    case 'exclusiveMaximum':
      return invalid(`should be less than ${params.limit}`)
    case 'multipleOf':
      return invalid(`should be a multiple of ${params.multipleOf}`)
    case 'minLength':
      return invalid(`should be at least ${params.limit} chars long`)
    case 'maxLength':
      return [{ reason: 'FieldValueTooLong', field, detail: `may not be more than ${params.limit} bytes` }]
    case 'pattern':
      return invalid(`should match '${params.pattern}'`)
    case 'minItems':
      return invalid(`should have at least ${params.limit} items`, (data as unknown[]).length)
    case 'minProperties':
      return invalid(`should have at least ${params.limit} properties`, Object.keys(data as object).length)
    case 'maxItems':
    case 'maxProperties': {
      const count = Object.keys(data as object).length
      return [{ reason: 'FieldValueTooMany', field, value: count, detail: `must have at most ${params.limit} items` }]
    }
    case 'anyOf':
    case 'oneOf':
      return invalid(
        `must validate ${keyword === 'anyOf' ? 'at least one schema (anyOf)' : 'one and only one schema (oneOf)'}`,
      )
    case 'not':
      return invalid('must not validate the schema (not)')
    default:
      return invalid(`does not hold to ${keyword}`)
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value
}

/** A JSON pointer (RFC 6901) as Kubernetes writes it: `/spec/list/0` becomes `spec.list[0]`. */
function fieldOf(pointer: string, root: unknown): string {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  return keys.reduce((path, key, i) => {
    const parent = keys
      .slice(0, i)
      .reduce<unknown>((value, one) => (Array.isArray(value) ? value[Number(one)] : at(value, [one])), root)
    return Array.isArray(parent) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
  }, '')
}
