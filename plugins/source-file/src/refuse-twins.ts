import { isDeepStrictEqual } from 'node:util'
import { objectName, type Problem } from '@frrkit/model'
import type { Entry } from './parse-file.ts'

export type WithoutTwins<T> = { readonly kept: readonly T[]; readonly problems: readonly Problem[] }

/**
 * In a cluster an object exists once; in a folder somebody may have copied a file. The same content twice does no harm,
 * the first one is kept; for different content nobody can say which is meant, so none is.
 */
export function refuseTwins<T>(entries: readonly Entry<T>[], contentOf: (value: T) => unknown): WithoutTwins<T> {
  const kept: T[] = []
  const problems: Problem[] = []
  for (const [first, ...others] of Map.groupBy(entries, ({ object }) => objectName(object)).values()) {
    if (first === undefined) throw new Error('BUG: a group without members')
    const same = others.every(({ value }) => isDeepStrictEqual(contentOf(value), contentOf(first.value)))
    if (same) kept.push(first.value)
    else problems.push(twinsProblem(first, others))
  }
  return { kept, problems }
}

function twinsProblem(first: Entry<unknown>, others: readonly Entry<unknown>[]): Problem {
  return {
    code: 'file/duplicate-object',
    severity: 'error',
    subject: objectName(first.object),
    field: '',
    reason: 'the folder holds this object more than once, with different content',
    evidence: [first, ...others].map(({ object, document }) => ({
      origin: { object, path: '' },
      says: `document ${document + 1}`,
    })),
    help: 'remove one of them, or give it another metadata.name',
  }
}
