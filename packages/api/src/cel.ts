import { Environment } from '@marcbachmann/cel-js'
import { isIp } from './formats.ts'
import { describe, type Issue, joinPath } from './issue.ts'
import { type CelRule, celKeyword, type Schema } from './schema.ts'

/** CEL as an API server has it, as far as our rules use it: `isIP` is its addition. */
const environment = new Environment().registerVariable('self', 'dyn').registerFunction('isIP(string): bool', isIp)

type Check = (context: { readonly self: unknown }) => unknown

const checks = new Map<string, Check>()

/** Evaluates the CEL rules of a schema on a value that the rest of the schema has accepted. */
export function checkRules(schema: Schema, value: unknown, path: string, issues: Issue[]): void {
  for (const rule of schema[celKeyword] ?? []) {
    if (!holds(rule, value)) issues.push({ kind: 'rule', path, expected: rule.message, got: describe(value) })
  }
  if (Array.isArray(value)) {
    const { items } = schema
    if (items !== undefined && hasRules(items)) {
      for (const [i, item] of value.entries()) checkRules(items, item, joinPath(path, i), issues)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, field] of Object.entries(schema.properties ?? {})) {
      const item = (value as Record<string, unknown>)[key]
      if (item !== undefined && hasRules(field)) checkRules(field, item, joinPath(path, key), issues)
    }
  }
}

/** A rule that cannot be evaluated (`duration('soon')`) does not hold: an API server says the same. */
function holds({ rule }: CelRule, given: unknown): boolean {
  const value = rule.includes('duration(self)') ? durationText(given) : given
  if (value === undefined) return false
  const check = checks.get(rule) ?? (environment.parse(rule) as Check)
  checks.set(rule, check)
  try {
    return check({ self: value }) === true
  } catch {
    return false
  }
}

const duration = /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+$/

/**
 * What Go takes for a duration, as cel-js reads it: that knows only one of the two letters for micro, takes `s` for `0s`,
 * and looks for its parts in each place of the text, for hours where a long text is no duration.
 */
function durationText(value: unknown): string | undefined {
  return typeof value === 'string' && duration.test(value) ? value.replaceAll('\u03bc', '\u00b5') : undefined
}

const ruled = new WeakMap<Schema, boolean>()

/** Whether there is a rule anywhere below; most of a document has none, and is not walked. */
function hasRules(schema: Schema): boolean {
  const known = ruled.get(schema)
  if (known !== undefined) return known
  const below = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])]
  const answer = schema[celKeyword] !== undefined || below.some(hasRules)
  ruled.set(schema, answer)
  return answer
}
