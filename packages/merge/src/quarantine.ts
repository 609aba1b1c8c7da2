import { compareObjects, compareText, type ObjectRef, type Origin, type Problem, type Result } from '@frrkit/model'
import { type Merged, type MergeInput, merge } from './merge.ts'

export type Quarantined = {
  /** What the objects that stay mean; failed only where no leaving out of objects helps. */
  readonly result: Result<Merged>
  /** The objects left out, newest first, and every problem that their leaving out removed. */
  readonly leftOut: readonly ObjectRef[]
  readonly problems: readonly Problem[]
}

/** How many merges the search for the smallest set may take, before it settles for one that cannot be made smaller. */
const budget = 300

type Documents = MergeInput['documents']
type Attempt = (without: ReadonlySet<ObjectRef>) => Result<Merged>

/**
 * Leaves out the smallest set of objects that removes every problem; among sets of one size, the most recently created
 * objects, then those last by name. An object that no API server has dated counts as the newest.
 *
 * A problem stays as long as every object in its evidence does, so each solution leaves out one of them: branching over
 * the evidence of one problem at a time misses no solution.
 */
export function quarantine(input: MergeInput): Quarantined {
  const documents = input.documents.toSorted((a, b) => newestFirst(a.object, b.object))
  const attempt = memoise((without) =>
    merge({ ...input, documents: documents.filter(({ object }) => !without.has(object)) }),
  )
  const whole = attempt(new Set())
  if (whole.ok) return { result: whole, leftOut: [], problems: [] }
  const leftOut = smallest(documents, attempt) ?? irreducible(documents, attempt)
  if (leftOut === undefined) return { result: whole, leftOut: [], problems: [] }
  return { result: attempt(new Set(leftOut)), leftOut, problems: whole.problems }
}

function newestFirst(a: ObjectRef, b: ObjectRef): number {
  return compareText(b.created ?? '~', a.created ?? '~') || compareObjects(b, a)
}

/** The smallest solution, or undefined when the budget ends first or there is none. */
function smallest(
  documents: Documents,
  attempt: Attempt & { readonly merges: () => number },
): readonly ObjectRef[] | undefined {
  const rank = new Map(documents.map(({ object }, i) => [object, i]))
  const byRank = (a: ObjectRef, b: ObjectRef) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)
  for (let level: readonly (readonly ObjectRef[])[] = [[]]; level.length > 0; ) {
    const next = new Map<string, readonly ObjectRef[]>()
    const solutions: (readonly ObjectRef[])[] = []
    for (const without of level) {
      if (attempt.merges() > budget) return undefined
      const result = attempt(new Set(without))
      if (result.ok) solutions.push(without)
      else {
        for (const object of suspects(result.problems, documents)) {
          const more = [...without, object].toSorted(byRank)
          next.set(more.map((one) => rank.get(one)).join(), more)
        }
      }
    }
    if (solutions.length > 0) return solutions.toSorted((a, b) => byRanks(a, b, byRank))[0]
    level = [...next.values()]
  }
  return undefined
}

function byRanks(
  a: readonly ObjectRef[],
  b: readonly ObjectRef[],
  byRank: (a: ObjectRef, b: ObjectRef) => number,
): number {
  for (const [i, object] of a.entries()) {
    const other = b[i]
    const order = other === undefined ? 0 : byRank(object, other)
    if (order !== 0) return order
  }
  return 0
}

/** Leaves out the newest suspect until all is well, then takes back, oldest first, whatever may come back. */
function irreducible(documents: Documents, attempt: Attempt): readonly ObjectRef[] | undefined {
  const without = new Set<ObjectRef>()
  for (let result = attempt(without); !result.ok; result = attempt(without)) {
    const [newest] = suspects(result.problems, documents)
    if (newest === undefined) return undefined
    without.add(newest)
  }
  for (const object of documents.map((document) => document.object).toReversed()) {
    if (without.delete(object) && !attempt(without).ok) without.add(object)
  }
  return documents.map(({ object }) => object).filter((object) => without.has(object))
}

/** The objects that the first error names, newest first. */
function suspects(problems: readonly Problem[], documents: Documents): readonly ObjectRef[] {
  const named = problems.find(({ severity, evidence }) => severity === 'error' && evidence.length > 0)
  const names = new Set(named?.evidence.map(({ origin }) => keyOf(origin.object)))
  // A translated document is blamed by the names of those it was translated from.
  const blamed = ({ object, origins = {} }: Documents[number]) =>
    [object, ...Object.values(origins).flatMap(objectsOf)].some((ref) => names.has(keyOf(ref)))
  return documents.filter(blamed).map(({ object }) => object)
}

function objectsOf(written: Origin | readonly Origin[]): readonly ObjectRef[] {
  return [written].flat().map(({ object }) => object)
}

function keyOf({ kind, namespace, name, file = '' }: ObjectRef): string {
  return [kind, namespace, name, file].join('\0')
}

/** Each set is merged once. */
function memoise(run: Attempt): Attempt & { readonly merges: () => number } {
  const known = new Map<string, Result<Merged>>()
  const attempt: Attempt = (without) => {
    const key = [...without].map(keyOf).toSorted().join('\n')
    const result = known.get(key) ?? run(without)
    known.set(key, result)
    return result
  }
  return Object.assign(attempt, { merges: () => known.size })
}
