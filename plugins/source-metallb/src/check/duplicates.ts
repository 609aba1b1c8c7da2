import type { LabelSelector } from '@frrkit/api'
import { compareText, type Problem, say } from '@frrkit/model'
import { type Of, problemIn } from './problem.ts'

/** Entries that a list of names has twice. */
export function duplicateNames(of: Of, path: string, names: readonly string[] = []): readonly Problem[] {
  return repeated(names, (name) => name).map(({ index, first }) =>
    duplicate(of, `${path}[${index}]`, say(names[index]), `${path}[${first}]`),
  )
}

/** Selectors that a list has twice, expressions that a selector has twice, values that an expression has twice. */
export function duplicateSelectors(of: Of, path: string, selectors: readonly LabelSelector[] = []): readonly Problem[] {
  return [
    ...repeated(selectors, normal).map(({ index, first }) =>
      duplicate(of, `${path}[${index}]`, normal(selectors[index]), `${path}[${first}]`),
    ),
    ...selectors.flatMap((selector, i) => duplicateExpressions(of, `${path}[${i}].matchExpressions`, selector)),
  ]
}

function duplicateExpressions(of: Of, path: string, { matchExpressions = [] }: LabelSelector): readonly Problem[] {
  return [
    ...repeated(matchExpressions, normal).map(({ index, first }) =>
      duplicate(of, `${path}[${index}]`, normal(matchExpressions[index]), `${path}[${first}]`),
    ),
    ...matchExpressions.flatMap(({ values }, i) => duplicateNames(of, `${path}[${i}].values`, values)),
  ]
}

type Repeated = { readonly index: number; readonly first: number }

function repeated<T>(entries: readonly T[], keyOf: (entry: T) => string): readonly Repeated[] {
  const first = new Map<string, number>()
  return entries.flatMap((entry, index) => {
    const key = keyOf(entry)
    const before = first.get(key)
    if (before !== undefined) return [{ index, first: before }]
    first.set(key, index)
    return []
  })
}

/** One text for what means the same: values and labels in any order. */
function normal(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'values' && Array.isArray(inner)) return (inner as readonly string[]).toSorted(compareText)
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}

function duplicate(of: Of, path: string, says: string, before: string): Problem {
  const reason = `the same as ${before}`
  return problemIn(of, path, {
    code: 'metallb/duplicate-entry',
    reason,
    says: say(says),
    help: 'remove one of the two',
  })
}
