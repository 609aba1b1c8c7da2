import type { SourceObject } from '@frrkit/model'

/** What is read of an object, read once for each. */
export function once<T>(read: (object: SourceObject) => T): (object: SourceObject) => T {
  const known = new WeakMap<SourceObject, { readonly value: T }>()
  return (object) => {
    const found = known.get(object) ?? { value: read(object) }
    known.set(object, found)
    return found.value
  }
}
