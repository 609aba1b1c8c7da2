import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { checkRules } from './cel.ts'
import { isCidr, isIpv4, isIpv6 } from './formats.ts'
import type { Issue } from './issue.ts'
import { prune } from './prune.ts'
import { celKeyword, type Schema, secretKeyword } from './schema.ts'
import { toIssue } from './to-issue.ts'

/** The value with defaults filled in, or everything that is wrong with it. */
export type Validation<Body> =
  | { readonly ok: true; readonly value: Body; readonly pruned: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

export type ValidateOptions = {
  /** An API server prunes fields that it does not know; in a file they are mistakes. */
  readonly unknownFields: 'prune' | 'refuse'
}

/** Does what an API server with a CRD of that schema does: prune, default, validate, evaluate rules. Never throws. */
export type Validator<Body> = (body: unknown, options: ValidateOptions) => Validation<Body>

/** A validator of a structural schema, written by hand or with TypeBox; a keyword that `Schema` lacks throws on first use. */
export function createValidator<Body>(structural: object): Validator<Body> {
  const schema = structural as Schema // ajv's strict mode is the check, when it compiles.
  let compiled: ValidateFunction | undefined
  return (body, { unknownFields }) => {
    compiled ??= compile(schema) // On first use: importing types must not cost the compilation.
    const unknown: Issue[] = []
    const value = prune(schema, body, '', unknown)
    const issues = unknownFields === 'refuse' ? [...unknown] : []
    if (!compiled(value)) {
      const errors: readonly ErrorObject[] = compiled.errors ?? []
      issues.push(...errors.map((error) => toIssue(schema, value, error)))
    } else checkRules(schema, value, '', issues)
    return issues.length > 0 ? { ok: false, issues } : { ok: true, value: value as Body, pruned: unknown }
  }
}

function compile(schema: Schema): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, useDefaults: true, strict: true, strictTypes: false })
  ajv.addVocabulary([celKeyword, secretKeyword, 'x-kubernetes-map-type'])
  ajv.addFormat('ipv4', isIpv4)
  ajv.addFormat('ipv6', isIpv6)
  ajv.addFormat('cidr', isCidr)
  ajv.addFormat('int32', { type: 'number', validate: (value: number) => value === (value | 0) })
  ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger })
  return ajv.compile(schema)
}
