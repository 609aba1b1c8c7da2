import { isIp } from '@frrkit/api'
import { Environment } from '@marcbachmann/cel-js'
import { isFields } from '../kube-object.ts'
import type { FieldError } from './field-error.ts'
import type { StructuralSchema, ValidationRule } from './structural-schema.ts'
import { toCel } from './to-cel.ts'

const environment = new Environment()
  .registerVariable('self', 'dyn')
  .registerVariable('oldSelf', 'dyn')
  .registerFunction('isIP(string): bool', isIp)

type Evaluate = (context: object) => unknown

const parsed = new Map<string, Evaluate>()

function evaluate(expression: string, context: object): unknown {
  const known = parsed.get(expression) ?? (environment.parse(expression) as Evaluate)
  parsed.set(expression, known)
  return known(context)
}

/** What the CEL rules have against a value that the rest of the schema accepts; `old` is what it replaces, if anything. */
export function checkRules(schema: StructuralSchema, value: unknown, old: unknown, field = ''): readonly FieldError[] {
  const rules = schema['x-kubernetes-validations'] ?? []
  const errors = rules.flatMap((rule) => checkRule(rule, schema, value, old, field))
  if (Array.isArray(value)) {
    const { items } = schema
    if (items === undefined) return errors
    return [
      ...errors,
      ...value.flatMap((one, i) => checkRules(items, one, oldEntry(schema, one, old), `${field}[${i}]`)),
    ]
  }
  if (!isFields(value)) return errors
  const { properties = {}, additionalProperties } = schema
  const below = Object.entries(value).flatMap(([key, one]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties
    if (typeof known !== 'object') return []
    return checkRules(known, one, isFields(old) ? old[key] : undefined, field === '' ? key : `${field}.${key}`)
  })
  return [...errors, ...below]
}

function checkRule(
  rule: ValidationRule,
  schema: StructuralSchema,
  value: unknown,
  old: unknown,
  field: string,
): readonly FieldError[] {
  // A rule about a change says nothing where there is none.
  if (/\boldSelf\b/.test(rule.rule) && old === undefined && rule.optionalOldSelf !== true) return []
  const context = { self: toCel(schema, value), oldSelf: toCel(schema, old) }
  const where = `${field}${rule.fieldPath ?? ''}`
  const shown = typeof value === 'object' && value !== null ? undefined : value
  try {
    if (rule.rule.includes('duration(self)')) refuseNoDuration(value)
    if (evaluate(rule.rule, context) === true) return []
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    const detail = `${why} evaluating rule: ${rule.message ?? rule.rule}`
    return [{ reason: 'FieldValueInvalid', field: where, value: schema.type ?? 'object', detail }]
  }
  return [{ reason: 'FieldValueInvalid', field: where, value: shown, detail: messageOfRule(rule, context) }]
}

/** cel-js takes more texts for durations than Go does (`s`), and looks at long ones for minutes. */
function refuseNoDuration(value: unknown): void {
  if (typeof value === 'string' && !/^[-+]?(0|((\d+\.?\d*|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/.test(value)) {
    throw new Error("type conversion error from 'string' to 'google.protobuf.Duration'")
  }
}

function messageOfRule({ rule, message, messageExpression }: ValidationRule, context: object): string {
  try {
    const said = messageExpression === undefined ? undefined : evaluate(messageExpression, context)
    if (typeof said === 'string' && said.trim() !== '') return said
  } catch {
    // An API server, too, falls back to the plain message.
  }
  return message ?? `failed rule: ${rule}`
}

/** Entries can be compared to what they were only where a key tells which one it was. */
function oldEntry(schema: StructuralSchema, entry: unknown, old: unknown): unknown {
  const keys = schema['x-kubernetes-list-map-keys']
  if (keys === undefined || !Array.isArray(old) || !isFields(entry)) return undefined
  return old.find((one) => isFields(one) && keys.every((key) => one[key] === entry[key]))
}
