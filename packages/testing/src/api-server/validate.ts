import { isDeepStrictEqual } from 'node:util'
import { checkCore } from './core-rules.ts'
import { at, type KubeObject } from './kube-object.ts'
import { checkMetadata } from './metadata.ts'
import { refuse } from './refusal.ts'
import type { Resource } from './resource.ts'
import { checkListTypes } from './schema/check-list-types.ts'
import { checkRules } from './schema/check-rules.ts'
import { checkSchema } from './schema/check-schema.ts'
import { causeOf, type FieldError, textOfErrors } from './schema/field-error.ts'
import type { StructuralSchema } from './schema/structural-schema.ts'

/** Refuses an object that is not as its kind wants it; `previous` is what it replaces. */
export function validate(resource: Resource, object: KubeObject, previous?: KubeObject): void {
  const { schema, kind } = resource
  const errors = [...checkMetadata(object, previous), ...checkCore(resource, object, previous)]
  const all = schema ? [...errors, ...checkBySchema(schema, object, previous, errors)] : errors
  if (all.length > 0) refuseInvalid({ ...resource, kind }, object.metadata.name ?? '', all)
}

export function refuseInvalid(
  { kind, group }: Pick<Resource, 'kind' | 'group'>,
  name: string,
  errors: readonly FieldError[],
): never {
  const qualified = group === '' ? kind : `${kind}.${group}`
  refuse(422, `${qualified} "${name}" is invalid: ${textOfErrors(errors)}`, {
    details: { ...(name !== '' && { name }), ...(group !== '' && { group }), kind, causes: errors.map(causeOf) },
  })
}

function checkBySchema(
  schema: StructuralSchema,
  object: KubeObject,
  previous: KubeObject | undefined,
  before: readonly FieldError[],
): readonly FieldError[] {
  // An update may leave as it is what has become wrong under a newer schema.
  const isNew = ({ field }: FieldError): boolean => previous === undefined || hasChanged(field, object, previous)
  const errors = [...checkSchema(schema, object), ...checkListTypes(schema, object)]
  const blocked = [...before, ...errors].some(({ reason }) => blocking.includes(reason))
  const rules = blocked ? [] : checkRules(schema, object, previous)
  const unchecked = blocked && hasRules(schema) && errors.some(isNew) ? [uncheckedRules] : []
  return [...[...errors, ...rules].filter(isNew), ...unchecked]
}

/** With these, rules could meet values that they were not written for. */
const blocking: readonly FieldError['reason'][] = [
  ...(['FieldValueRequired', 'FieldValueTypeInvalid', 'FieldValueNotSupported'] as const),
  ...(['FieldValueTooLong', 'FieldValueTooMany'] as const),
]

const uncheckedRules: FieldError = {
  reason: 'FieldValueInvalid',
  field: '<nil>',
  detail:
    'null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
}

/** Whether the value at a field differs; entries of lists are not told apart, so that their list counts as a whole. */
function hasChanged(field: string, object: KubeObject, previous: KubeObject): boolean {
  const path = (field.split('[')[0] ?? '').split('.')
  // A missing field is a mistake of the object around it.
  const whole = at(object, path) === undefined ? path.slice(0, -1) : path
  return !isDeepStrictEqual(at(object, whole), at(previous, whole))
}

function hasRules(schema: StructuralSchema): boolean {
  const { properties = {}, items, additionalProperties } = schema
  if ((schema['x-kubernetes-validations'] ?? []).length > 0) return true
  const below = [...Object.values(properties), ...(items ? [items] : [])]
  return below.some(hasRules) || (typeof additionalProperties === 'object' && hasRules(additionalProperties))
}
