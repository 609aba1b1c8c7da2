import { isFields } from '../kube-object.ts'
import { fieldShape, isSet, mapKeys } from '../schema/shape-of.ts'
import type { StructuralSchema } from '../schema/structural-schema.ts'

/**
 * The patch of the built-in kinds: a merge patch that knows the entries of some lists by a key. Of its directives it has
 * `$patch: delete` and `$patch: replace`; `$setElementOrder`, `$retainKeys` and `$deleteFromPrimitiveList` are left out.
 */
export function strategicMergePatch(shape: StructuralSchema, target: unknown, patch: unknown): unknown {
  if (Array.isArray(patch)) return patchList(shape, Array.isArray(target) ? target : [], patch)
  if (!isFields(patch)) return patch
  const { $patch, ...fields } = patch
  const merged: Record<string, unknown> = isFields(target) && $patch !== 'replace' ? { ...target } : {}
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith('$')) continue
    if (value === null) delete merged[name]
    else merged[name] = strategicMergePatch(fieldShape(shape, name), merged[name], value)
  }
  return merged
}

function patchList(shape: StructuralSchema, target: readonly unknown[], patch: readonly unknown[]): unknown {
  const [key] = mapKeys(shape) ?? []
  if (isSet(shape)) return [...new Set([...target, ...patch])]
  if (
    key === undefined ||
    patch.some((entry) => isFields(entry) && entry.$patch === 'replace' && entry[key] === undefined)
  ) {
    return patch.filter((entry) => !isFields(entry) || entry.$patch === undefined)
  }
  return patch.filter(isFields).reduce<readonly unknown[]>((list, entry) => {
    const at = list.findIndex((one) => isFields(one) && one[key] === entry[key])
    if (entry.$patch === 'delete') return list.filter((_, i) => i !== at)
    const merged = strategicMergePatch(shape.items ?? {}, list[at], entry)
    return at < 0 ? list.concat(merged) : list.with(at, merged)
  }, target)
}
