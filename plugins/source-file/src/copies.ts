import { isDeepStrictEqual } from 'node:util'
import { objectName } from '@frrkit/model'
import type { Entry } from './parse-file.ts'

export type SortedOut<T> = {
  /** One of each name; of several with the same content, the first. */
  readonly clear: readonly T[]
  /** Several of one name with different content: nobody can say which is meant. */
  readonly contested: readonly (readonly Entry<T>[])[]
}

/** In a cluster an object exists once; in a folder somebody may have copied a file. */
export function sortOutCopies<T>(entries: readonly Entry<T>[], contentOf: (value: T) => unknown): SortedOut<T> {
  const clear: T[] = []
  const contested: (readonly Entry<T>[])[] = []
  for (const copies of Map.groupBy(entries, ({ object }) => objectName(object)).values()) {
    const [first, ...others] = copies
    if (first === undefined) throw new Error('BUG: a group without members')
    const same = others.every(({ value }) => isDeepStrictEqual(contentOf(value), contentOf(first.value)))
    if (same) clear.push(first.value)
    else contested.push(copies)
  }
  return { clear, contested }
}
