import { type Origin, ok, type Problem, type Result } from '@frrkit/model'
import type { Claim, Claims } from '../claim.ts'
import type { RulesFor } from './rule.ts'

/** Merges every field by its rule. `path` leads from the subject to the fields: `toAdvertise.` */
export function mergeFields<Fields extends object>(
  rules: RulesFor<Fields>,
  subject: string,
  entries: readonly Claims<Fields>[],
  path = '',
): Result<Fields> {
  const merged: Partial<Fields> = {}
  const problems: Problem[] = []
  for (const field of keysOf(rules)) {
    const result = rules[field]({ subject, field: `${path}${field}` }, claimsOf(entries, field))
    if (result.ok) merged[field] = result.value
    else problems.push(...result.problems)
  }
  // The rules have every key of `Fields`, so now `merged` has too.
  return problems.length > 0 ? { ok: false, problems } : ok(merged as Fields)
}

/** Who set a field, for every field that anybody set. */
export function fieldOrigins<Fields extends object>(
  entries: readonly Claims<Fields>[],
  path = '',
): Readonly<Record<string, readonly Origin[]>> {
  const origins: Record<string, readonly Origin[]> = {}
  const [first] = entries
  for (const field of first === undefined ? [] : keysOf(first)) {
    const claims = claimsOf(entries, field).filter(({ value }) => isSet(value))
    if (claims.length > 0) origins[`${path}${field}`] = claims.map(({ origin }) => origin)
  }
  return origins
}

function claimsOf<Fields, Field extends keyof Fields>(
  entries: readonly Claims<Fields>[],
  field: Field,
): readonly Claim<Fields[Field]>[] {
  return entries.map((entry) => entry[field]).filter((claim) => claim !== undefined)
}

function keysOf<T extends object>(value: T): readonly (keyof T & string)[] {
  return Object.keys(value) as (keyof T & string)[]
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)
}
