import type { Verb } from './request-info.ts'
import type { StructuralSchema } from './schema/structural-schema.ts'

/** A column of `kubectl get`. */
export type PrinterColumn = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date'
  readonly jsonPath: string
  readonly description?: string
  readonly format?: string
  /** Columns of a priority above 0 are shown by `-o wide` only. */
  readonly priority?: number
}

/** A kind that the server serves, as data. */
export type Resource = {
  /** `''` is the core group. */
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly plural: string
  readonly singular?: string
  readonly listKind?: string
  readonly shortNames?: readonly string[]
  readonly categories?: readonly string[]
  readonly namespaced: boolean
  /** Whether `status` is a subresource: written apart from the rest. */
  readonly status?: boolean
  /** Whether `metadata.generation` counts the changes of what is wanted; so with every custom resource. */
  readonly generation?: boolean
  /** What a new object of a built-in kind has as its status. */
  readonly initialStatus?: object
  /** Default: all. */
  readonly verbs?: readonly Verb[]
  /** What it must look like; without one everything is taken and nothing is pruned. */
  readonly schema?: StructuralSchema
  readonly columns?: readonly PrinterColumn[]
  /** Fields that a field selector may name, besides metadata.name and metadata.namespace. */
  readonly selectableFields?: readonly string[]
  /** Lists whose entries `strategic merge patch` knows by a field: `spec.containers` by `name`. */
  readonly mergeKeys?: Readonly<Record<string, string>>
}

/** `frrk8s.metallb.io/v1beta1`, or `v1` in the core group. */
export function apiVersionOf({ group, version }: Pick<Resource, 'group' | 'version'>): string {
  return group === '' ? version : `${group}/${version}`
}

/** `frrconfigurations.frrk8s.metallb.io`: how messages, and CustomResourceDefinitions, name a resource. */
export function qualifiedName({ plural, group }: Pick<Resource, 'group' | 'plural'>): string {
  return group === '' ? plural : `${plural}.${group}`
}

export function listKindOf({ listKind, kind }: Resource): string {
  return listKind ?? `${kind}List`
}
