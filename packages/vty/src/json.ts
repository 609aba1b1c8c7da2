/** FRR's JSON differs from version to version: what we read is looked for, and what is not there is `undefined`. */
export type JsonObject = Readonly<Record<string, unknown>>

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
}

/** The entries that are objects themselves; FRR puts numbers and names of the whole beside them. */
export function objectsIn(value: unknown): readonly (readonly [string, JsonObject])[] {
  return Object.entries(asObject(value) ?? {}).flatMap(([key, entry]) => {
    const object = asObject(entry)
    return object ? [[key, object] as const] : []
  })
}

export function numberIn(object: JsonObject, key: string): number | undefined {
  const value = object[key]
  return typeof value === 'number' ? value : undefined
}

export function stringIn(object: JsonObject, key: string): string | undefined {
  const value = object[key]
  return typeof value === 'string' ? value : undefined
}
