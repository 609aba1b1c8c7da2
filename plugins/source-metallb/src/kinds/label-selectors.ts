import type { LabelSelector } from '@frrkit/api'
import { Type } from 'typebox'

const strings = { type: 'array', items: { type: 'string' } }
const requirement = {
  type: 'object',
  properties: { key: { type: 'string' }, operator: { type: 'string' }, values: strings },
  required: ['key', 'operator'],
}
const selector = {
  type: 'object',
  properties: {
    matchLabels: { type: 'object', additionalProperties: { type: 'string' } },
    matchExpressions: { type: 'array', items: requirement },
  },
}

/** A list of selectors of which one has to match; what is wrong inside of one is for `check/selectors`. */
export function labelSelectors(): Type.TOptional<Type.TUnsafe<LabelSelector[]>> {
  return Type.Optional(Type.Unsafe<LabelSelector[]>({ type: 'array', items: selector }))
}

export function names(): Type.TOptional<Type.TArray<Type.TString>> {
  return Type.Optional(Type.Array(Type.String()))
}
