import type { Origin, Result } from '@frrkit/model'
import type { Claim, Claims } from '../claim.ts'
import { allOf } from '../results.ts'
import type { RulesFor } from './rule.ts'

/** Merges every field by its rule. `path` leads from the subject to the fields: `toAdvertise.` */
export function mergeFields<Fields extends object>(
  rules: RulesFor<Fields>,
  subject: string,
  entries: readonly Claims<Fields>[],
  path = '',
): Result<Fields> {
  const merge = <Field extends keyof Fields & string>(field: Field): Result<Fields[Field]> =>
    rules[field]({ subject, field: `${path}${field}` }, claimsOf(entries, field))
  const fields = Object.keys(rules) as (keyof Fields & string)[]
  // One result for each key of `Fields`, because `RulesFor` has a rule for each.
  return allOf<Fields>(Object.fromEntries(fields.map((field) => [field, merge(field)])) as never)
}

/** Who set a field, for every field that anybody set. */
export function fieldOrigins<Fields extends object>(
  entries: readonly Claims<Fields>[],
  path = '',
): Readonly<Record<string, readonly Origin[]>> {
  const set = entries
    .flatMap((entry) => Object.entries<Claim<unknown> | undefined>(entry))
    .flatMap(([field, claim]) => (claim === undefined || isUnset(claim.value) ? [] : [{ field, origin: claim.origin }]))
  const groups = [...Map.groupBy(set, ({ field }) => `${path}${field}`)]
  return Object.fromEntries(groups.map(([field, claims]) => [field, claims.map(({ origin }) => origin)]))
}

function claimsOf<Fields, Field extends keyof Fields>(
  entries: readonly Claims<Fields>[],
  field: Field,
): readonly Claim<Fields[Field]>[] {
  return entries.flatMap((entry) => entry[field] ?? [])
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0)
}
