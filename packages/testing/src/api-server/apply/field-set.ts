import { type Fields, isFields } from '../kube-object.ts'
import { fieldShape, isAtomicMap, isSet, mapKeys } from '../schema/shape-of.ts'
import type { StructuralSchema } from '../schema/structural-schema.ts'
import { joinSegments, splitSegments } from './field-path.ts'

/** The paths of fields that somebody owns. */
export type FieldSet = ReadonlySet<string>

/** What stands for a list or an object whose parts are owned one by one. */
export const container: unique symbol = Symbol('container')

/** Every field of a value with what it is; containers among them. */
export function fieldsOf(
  shape: StructuralSchema,
  value: unknown,
  path: readonly string[] = [],
): ReadonlyMap<string, unknown> {
  const here = (what: unknown): [string, unknown][] => (path.length === 0 ? [] : [[joinSegments(path), what]])
  if (Array.isArray(value) && isSet(shape)) {
    return new Map([
      ...here(container),
      ...value.map((one): [string, unknown] => [joinSegments([...path, `v:${JSON.stringify(one)}`]), one]),
    ])
  }
  const keys = mapKeys(shape)
  if (Array.isArray(value) && keys !== undefined) {
    const entries = value.flatMap((one) => {
      const segment = `k:${JSON.stringify(Object.fromEntries(keys.toSorted().map((key) => [key, (one as Fields)[key]])))}`
      return [...fieldsOf(shape.items ?? {}, one, [...path, segment])]
    })
    return new Map([...here(container), ...entries])
  }
  if (isFields(value) && !isAtomicMap(shape) && Object.keys(value).length > 0) {
    const fields = Object.entries(value).flatMap(([name, one]) => [
      ...fieldsOf(fieldShape(shape, name), one, [...path, `f:${name}`]),
    ])
    return new Map([...here(container), ...fields])
  }
  return new Map(here(value))
}

/** What an applier of this value owns: the leaves, and the entries of lists as such. */
export function appliedSet(shape: StructuralSchema, value: unknown): FieldSet {
  const fields = [...fieldsOf(shape, value)]
  const owned = fields.filter(([path, what]) => what !== container || splitSegments(path).at(-1)?.startsWith('k:'))
  return new Set(owned.map(([path]) => path))
}

/** The form that `metadata.managedFields` has. */
export function toFieldsV1(set: FieldSet): object {
  const root: Record<string, object> = {}
  for (const path of [...set].toSorted()) {
    let node = root
    for (const segment of splitSegments(path)) {
      node[segment] ??= {}
      node = node[segment] as Record<string, object>
    }
    node['.'] = {}
  }
  return withoutLoneDots(root)
}

/** `{ ".": {} }` is written `{}`. */
function withoutLoneDots(node: object): object {
  const entries = Object.entries(node)
  if (entries.length === 1 && entries[0]?.[0] === '.') return {}
  return Object.fromEntries(entries.map(([segment, below]) => [segment, withoutLoneDots(below as object)]))
}

export function fromFieldsV1(fieldsV1: unknown, path: readonly string[] = []): FieldSet {
  if (!isFields(fieldsV1)) return new Set()
  const entries = Object.entries(fieldsV1)
  if (entries.length === 0) return path.length === 0 ? new Set() : new Set([joinSegments(path)])
  return new Set(
    entries.flatMap(([segment, below]) =>
      segment === '.' ? [joinSegments(path)] : [...fromFieldsV1(below, [...path, segment])],
    ),
  )
}
