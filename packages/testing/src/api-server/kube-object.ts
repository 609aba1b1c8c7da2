/** An object of the Kubernetes API. Only what every kind has is typed; a test knows the rest of its kinds. */
export type KubeObject = {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly [field: string]: unknown
}

export type ObjectMeta = {
  readonly name?: string
  readonly generateName?: string
  readonly namespace?: string
  readonly uid?: string
  readonly resourceVersion?: string
  readonly generation?: number
  readonly creationTimestamp?: string | null
  readonly deletionTimestamp?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
  readonly finalizers?: readonly string[]
  readonly ownerReferences?: readonly object[]
  readonly managedFields?: readonly object[]
  readonly [field: string]: unknown
}

/** What comes out of JSON as an object. */
export type Fields = { readonly [field: string]: unknown }

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at `metadata.labels`, or undefined where there is nothing on the way. */
export function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, key) => (isFields(here) && Object.hasOwn(here, key) ? here[key] : undefined),
    value,
  )
}

/** A copy without the fields. */
export function without(value: Fields, ...fields: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !fields.includes(key)))
}

/** A scalar as messages and selectors have it; anything else as JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
