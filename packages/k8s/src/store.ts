import { isDeepStrictEqual } from 'node:util'
import type { KubeObject } from './kube-object.ts'

/** The newest of every object, as far as it is kept. Every change answers whether anything differs from before. */
export type Store<T> = {
  /** Everything there is: what is not among it is gone. */
  replace(objects: ReadonlyMap<string, T>): boolean
  put(key: string, kept: T | undefined): boolean
  remove(key: string): boolean
  /** The same array while nothing changed; in the order in which the objects were first seen. */
  values(): readonly T[]
  get(key: string): T | undefined
}

export function createStore<T>(): Store<T> {
  let known: Map<string, T> = new Map()
  let values: readonly T[] | undefined
  const changed = (): true => {
    values = undefined
    return true
  }
  return {
    replace(objects) {
      const next = new Map<string, T>()
      let differs = objects.size !== known.size
      for (const [key, kept] of objects) {
        const before = known.get(key)
        // What is the same stays the same JavaScript object: whoever has computed something from it can tell.
        const same = before !== undefined && isDeepStrictEqual(before, kept)
        next.set(key, same ? before : kept)
        differs ||= !same
      }
      known = next
      return differs && changed()
    },
    put(key, kept) {
      if (kept === undefined) return known.delete(key) && changed()
      if (known.has(key) && isDeepStrictEqual(known.get(key), kept)) return false
      known.set(key, kept)
      return changed()
    },
    remove: (key) => known.delete(key) && changed(),
    values: () => {
      values ??= [...known.values()]
      return values
    },
    get: (key) => known.get(key),
  }
}

/** Names are unique in a namespace, of one kind. */
export function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`
}
