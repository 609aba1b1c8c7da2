/** Takes one value to another part of the way: `choose` says for each piece whether it becomes the new one. */
export function blend<T>(old: T, fresh: T, choose: () => boolean): T {
  if (Array.isArray(old) && Array.isArray(fresh)) return blendLists(old, fresh, choose) as T
  if (!isRecord(old) || !isRecord(fresh)) return choose() ? fresh : old
  const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
  const entries = keys.flatMap((key) => {
    const [had, has] = [old[key], fresh[key]]
    if (key in old && key in fresh) return [[key, blend(had, has, choose)]]
    return key in old === choose() ? [] : [[key, key in old ? had : has]]
  })
  return Object.fromEntries(entries) as T
}

function blendLists(old: readonly unknown[], fresh: readonly unknown[], choose: () => boolean): readonly unknown[] {
  const known = new Set(old.map((item) => JSON.stringify(item)))
  const kept = old.filter(() => !choose())
  const added = fresh.filter((item) => !known.has(JSON.stringify(item)) && choose())
  const blended = [...kept]
  // New ones come in where they stand among the fresh ones, and not always last.
  for (const item of added) blended.splice(Math.min(fresh.indexOf(item), blended.length), 0, item)
  return blended.length === 0 ? old : blended
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
