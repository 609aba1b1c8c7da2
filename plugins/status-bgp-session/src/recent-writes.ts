import type { KnownSession } from './plan.ts'

/** So long a watch may be behind what we wrote ourselves, in milliseconds; then what it says counts, whatever it is. */
const patience = 10_000

/** What we wrote and the watch has not told us yet: who decides by the watch alone would write it twice. */
export type RecentWrites = {
  /** `before` is what the watch knew when we wrote; `after` is undefined for what we removed. */
  add(name: string, before: KnownSession | undefined, after: KnownSession | undefined): void
  /** What the watch knows, and what it will. */
  over(known: readonly KnownSession[]): readonly KnownSession[]
}

export function recentWrites(now: () => number): RecentWrites {
  const writes = new Map<string, { before: string | undefined; after: KnownSession | undefined; at: number }>()
  return {
    add(name, before, after) {
      writes.set(name, { before: before?.resourceVersion, after, at: now() })
    },
    over(known) {
      const byName = new Map(known.map((object) => [object.name, object]))
      for (const [name, { before, after, at }] of writes) {
        if (byName.get(name)?.resourceVersion !== before || now() - at > patience) writes.delete(name)
        else if (after === undefined) byName.delete(name)
        else byName.set(name, after)
      }
      return [...byName.values()]
    },
  }
}
