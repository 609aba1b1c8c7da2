/** One thing that is wrong with a value. It does not know whose value it is. */
export type Issue = {
  /** `unknown-field`, `missing-field`, `type`, `value` (out of range, not in the set, wrong format), `rule` (CEL). */
  readonly kind: 'unknown-field' | 'missing-field' | 'type' | 'value' | 'rule'
  /** `spec.bgp.routers[0].asn` */
  readonly path: string
  /** `an integer`; for an unknown field the nearest known one, if any is near. */
  readonly expected: string
  /** What is there, in words that repeat no secret. */
  readonly got: string
}

/** `spec.bgp` + `routers` + 0 → `spec.bgp.routers[0]` */
export function joinPath(parent: string, key: string | number): string {
  if (typeof key === 'number') return `${parent}[${key}]`
  return parent === '' ? key : `${parent}.${key}`
}

/** A value in few words: short scalars as they are, everything else by its kind. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  const text = JSON.stringify(value)
  return text.length <= 60 ? text : `a ${typeof value} of ${text.length} characters`
}
