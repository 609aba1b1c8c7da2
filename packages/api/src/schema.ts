import { Type } from 'typebox'

/** A string out of a fixed set. A TypeBox union would emit `anyOf`, which a structural CRD forbids. */
export function oneOf<const Value extends string>(values: readonly Value[], options: object = {}): Type.TUnsafe<Value> {
  return Type.Unsafe<Value>({ type: 'string', enum: [...values], ...options })
}

/** A rule that JSON Schema cannot say, in the Common Expression Language; `self` is the value. */
export type CelRule = { readonly rule: string; readonly message: string }

/** The keyword under which an API server looks for CEL rules. */
export const celKeyword = 'x-kubernetes-validations'

/** Marks a value that no message may repeat. Ours alone: it does not reach the CRDs. */
export const secretKeyword = 'x-frrkit-secret'

/** The part of JSON Schema that structural CRDs, and so we, use. */
export type Schema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[] | undefined
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly enum?: readonly string[]
  readonly format?: string
  readonly default?: unknown
  readonly description?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly maxLength?: number
  readonly [celKeyword]?: readonly CelRule[]
  readonly [secretKeyword]?: boolean
}

/** An object whose fields are not ours to name: `metadata`, or an empty `status`. */
export function opaqueObject(): Type.TUnsafe<object> {
  return Type.Unsafe<object>({ type: 'object' })
}

/** The same type with every property read-only, all the way down: what travels is never changed. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T
