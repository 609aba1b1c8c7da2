import { isDeepStrictEqual } from 'node:util'
import { type Fields, isFields, type KubeObject, without } from '../kube-object.ts'
import { apiVersionOf, type Resource } from '../resource.ts'
import { shapeOf } from '../schema/shape-of.ts'
import { container, type FieldSet, fieldsOf, fromFieldsV1, toFieldsV1 } from './field-set.ts'

/** Who writes, and through which door. */
export type Writer = {
  readonly manager: string
  readonly operation: 'Apply' | 'Update'
  readonly subresource?: string
  readonly time: string
}

export type ManagedEntry = Writer & {
  readonly apiVersion: string
  readonly fieldsType: 'FieldsV1'
  readonly fieldsV1: object
}

export function entriesOf({ metadata }: KubeObject): readonly ManagedEntry[] {
  return (metadata.managedFields ?? []).filter(
    (entry) => isFields(entry) && entry.manager !== undefined,
  ) as readonly ManagedEntry[]
}

export function sameWriter(a: Writer, b: Writer): boolean {
  return a.manager === b.manager && a.operation === b.operation && (a.subresource ?? '') === (b.subresource ?? '')
}

export function ownedBy({ fieldsV1 }: ManagedEntry): FieldSet {
  return fromFieldsV1(fieldsV1)
}

/** The part of an object that a writer of this subresource can own. */
export function ownable(resource: Resource, object: KubeObject, subresource: string | undefined): Fields {
  if (subresource === 'status') return object.status === undefined ? {} : { status: object.status }
  const metadata = without(object.metadata, ...serverFields)
  const rest = without(object, 'apiVersion', 'kind', 'metadata', ...(resource.status ? ['status'] : []))
  return Object.keys(metadata).length > 0 ? { metadata, ...rest } : rest
}

const serverFields = (
  'name namespace generateName uid resourceVersion generation creationTimestamp ' +
  'deletionTimestamp deletionGracePeriodSeconds managedFields selfLink'
).split(' ')

/** The object with a note of who wrote what, after a write that is no apply: the writer owns what it changed. */
export function trackUpdate(
  resource: Resource,
  previous: KubeObject | undefined,
  next: KubeObject,
  writer: Writer,
): KubeObject {
  const shape = shapeOf(resource)
  const fields = (object: KubeObject | undefined): ReadonlyMap<string, unknown> =>
    object === undefined ? new Map() : fieldsOf(shape, ownable(resource, object, writer.subresource))
  const before = fields(previous)
  const after = fields(next)
  const changed = [...after]
    .filter(([path, what]) => path !== 'f:metadata' && !isDeepStrictEqual(before.get(path), what))
    .map(([path]) => path)
  const removed = [...before.keys()].filter((path) => !after.has(path))
  const entries = entriesOf(next)
  if (changed.length === 0 && removed.length === 0) return withEntries(next, entries)
  const own = entries.find((entry) => sameWriter(entry, writer))
  const taken = new Set([...changed.filter((path) => after.get(path) !== container), ...removed])
  const others = entries
    .filter((entry) => entry !== own)
    .map((entry) => withFields(entry, minus(ownedBy(entry), taken)))
  const mine = minus(new Set([...(own ? ownedBy(own) : []), ...changed]), new Set(removed))
  return withEntries(next, [...others, entryOf(resource, writer, mine)])
}

export function entryOf(resource: Resource, writer: Writer, fields: FieldSet): ManagedEntry {
  return { ...writer, apiVersion: apiVersionOf(resource), fieldsType: 'FieldsV1', fieldsV1: toFieldsV1(fields) }
}

export function withFields(entry: ManagedEntry, fields: FieldSet): ManagedEntry {
  return { ...entry, fieldsV1: toFieldsV1(fields) }
}

export function minus(set: FieldSet, taken: FieldSet): FieldSet {
  return new Set([...set].filter((path) => !taken.has(path)))
}

/** Appliers first, then by time, as a real server sorts them; who owns nothing any more is left out. */
export function withEntries(object: KubeObject, entries: readonly ManagedEntry[]): KubeObject {
  const rank = ({ operation, time, manager, subresource = '' }: ManagedEntry): string =>
    `${operation} ${time} ${manager} ${subresource}`
  const managedFields = entries
    .filter(({ fieldsV1 }) => Object.keys(fieldsV1).length > 0)
    .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
  const metadata = without(object.metadata, 'managedFields')
  return { ...object, metadata: managedFields.length > 0 ? { ...metadata, managedFields } : metadata }
}
