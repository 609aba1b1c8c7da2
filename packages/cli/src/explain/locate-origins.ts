import type { Origin } from '@frrkit/model'
import type { ConfigSource } from '@frrkit/plugin'

/** The same explanation, with line and column in every origin whose source can say where the field stands. */
export async function locateOrigins<T>(data: T, sources: readonly ConfigSource[]): Promise<T> {
  if (Array.isArray(data)) {
    const items: unknown[] = []
    // One after the other: all of them read the same few files.
    for (const item of data) items.push(await locateOrigins(item, sources))
    return items as T
  }
  if (typeof data !== 'object' || data === null) return data
  if (isOrigin(data)) return { ...data, ...(await position(data, sources)) }
  const entries: [string, unknown][] = []
  for (const [key, value] of Object.entries(data)) entries.push([key, await locateOrigins<unknown>(value, sources)])
  return Object.fromEntries(entries) as T
}

/** Nothing else in an explanation has an object and a path. */
function isOrigin(data: object): data is Origin {
  return 'object' in data && 'path' in data
}

async function position(origin: Origin, sources: readonly ConfigSource[]): Promise<Pick<Origin, 'at'>> {
  if (origin.at !== undefined || origin.object.file === undefined) return {}
  for (const source of sources) {
    const at = await source.locate?.(origin)
    if (at !== undefined) return { at }
  }
  return {}
}
