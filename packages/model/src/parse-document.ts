import {
  type FrrConfigurationSpec,
  type Frrk8sConfigurationSpec,
  type Issue,
  type Validator,
  validateFrrConfiguration,
  validateFrrk8sConfiguration,
} from '@frrkit/api'
import { type Document, originOf, type SourceObject } from './document.ts'
import { objectName } from './origin.ts'
import type { Problem } from './problem.ts'
import { failed, ok, type Result } from './result.ts'

/** The API version of every kind that frrkit itself knows. */
export const apiVersion = 'frrk8s.metallb.io/v1beta1'

/** A document, and what an API server would have said while it took it. */
export type Parsed<Spec> = { readonly document: Document<Spec>; readonly warnings: readonly Problem[] }

/** An object becomes an FRRConfiguration, defaults filled in, or a problem for everything that is wrong with it. */
export function parseFrrConfiguration(object: SourceObject): Result<Parsed<FrrConfigurationSpec>> {
  return parse(object, validateFrrConfiguration)
}

/** Likewise for FRRK8sConfiguration, the settings of the daemons. */
export function parseFrrk8sConfiguration(object: SourceObject): Result<Parsed<Frrk8sConfigurationSpec>> {
  return parse(object, validateFrrk8sConfiguration)
}

function parse<Spec extends object>(
  source: SourceObject,
  validate: Validator<{ readonly spec?: Spec }>,
): Result<Parsed<Spec | Record<string, never>>> {
  const result = validate(source.body, source)
  const { object, origins } = source
  const bare: Document = { object, spec: {}, ...(origins && { origins }) }
  if (!result.ok) return failed(...result.issues.map((issue) => issueProblem(bare, issue)))
  return ok({
    document: { ...bare, spec: result.value.spec ?? {} },
    warnings: result.pruned.map((issue) => ({ ...issueProblem(bare, issue), severity: 'warning' as const })),
  })
}

/** The words for one issue of a schema; plugins with document kinds of their own say the same words. */
export function issueProblem(document: Document, { kind, path, expected, got }: Issue): Problem {
  return {
    code: kind === 'unknown-field' ? 'document/unknown-field' : 'document/invalid-field',
    severity: 'error',
    subject: objectName(document.object),
    field: path,
    ...words(kind, expected),
    evidence: [{ origin: originOf(document, path), says: kind === 'unknown-field' ? 'unknown' : got }],
  }
}

function words(kind: Issue['kind'], expected: string): { readonly reason: string; readonly help: string } {
  switch (kind) {
    case 'unknown-field':
      return {
        reason: 'no such field',
        help:
          expected === ''
            ? 'remove it, or see the API reference for the fields there are'
            : `did you mean ${expected}?`,
      }
    case 'missing-field':
      return { reason: 'this field is required', help: 'add it' }
    case 'rule':
      return { reason: expected, help: 'change the value so that the rule holds' }
    case 'type':
    case 'value':
      return { reason: `${expected} is needed here`, help: `write ${expected}` }
  }
}
