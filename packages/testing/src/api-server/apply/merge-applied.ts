import { isDeepStrictEqual } from 'node:util'
import { type Fields, isFields } from '../kube-object.ts'
import { fieldShape, isAtomicMap, isSet, mapKeys } from '../schema/shape-of.ts'
import type { StructuralSchema } from '../schema/structural-schema.ts'

/** What is there with what is applied laid over it: objects by field, lists by what they are, all else replaced. */
export function mergeApplied(shape: StructuralSchema, live: unknown, applied: unknown): unknown {
  if (isFields(live) && isFields(applied) && !isAtomicMap(shape)) {
    const merged: Record<string, unknown> = { ...live }
    for (const [name, value] of Object.entries(applied)) {
      merged[name] = mergeApplied(fieldShape(shape, name), live[name], value)
    }
    return merged
  }
  if (!Array.isArray(live) || !Array.isArray(applied)) return applied
  if (isSet(shape)) return [...live, ...applied.filter((one) => !live.some((known) => isDeepStrictEqual(known, one)))]
  const keys = mapKeys(shape)
  if (keys === undefined) return applied
  const isSame = (a: unknown, b: unknown): boolean => keys.every((key) => (a as Fields)[key] === (b as Fields)[key])
  const merged = live.map((entry) => {
    const over = applied.find((one) => isSame(one, entry))
    return over === undefined ? entry : mergeApplied(shape.items ?? {}, entry, over)
  })
  return [...merged, ...applied.filter((one) => !live.some((entry) => isSame(entry, one)))]
}
