import type { SourceObject } from '@frrkit/model'
import { type ConfigSource, defineConfigSource, type Snapshot } from '@frrkit/plugin'

export type FakeSource = ConfigSource & {
  /** Replaces everything the source knows, and tells whoever watches. */
  set(snapshot: Partial<Snapshot>): void
  /** From now on `read` rejects with these words, until `set` is called. */
  breakDown(words: string): void
}

/** A source whose content a test sets. */
export function fakeSource(objects: readonly SourceObject[] = [], name = 'source-fake'): FakeSource {
  let snapshot: Snapshot = { objects, secrets: [], problems: [] }
  let broken: string | undefined
  const watchers = new Set<() => void>()
  const tell = () => {
    for (const changed of watchers) changed()
  }
  const source = defineConfigSource({
    name,
    async read() {
      if (broken !== undefined) throw new Error(broken)
      return snapshot
    },
    watch(changed, signal) {
      if (signal.aborted) return Promise.resolve()
      watchers.add(changed)
      changed()
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          watchers.delete(changed)
          resolve()
        })
      })
    },
  })
  return {
    ...source,
    set(next) {
      broken = undefined
      snapshot = { objects: [], secrets: [], problems: [], ...next }
      tell()
    },
    breakDown(words) {
      broken = words
      tell()
    },
  }
}
