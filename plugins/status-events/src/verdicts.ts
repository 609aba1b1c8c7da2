import { type ObjectProblem, type ObjectRef, objectName, problemsOfObjects } from '@frrkit/model'
import type { NodeReport } from '@frrkit/plugin'

/** What became of an object on this node. */
export type Verdict = {
  readonly object: ObjectRef
  readonly reason: 'Accepted' | 'Conflict' | 'Invalid' | 'Quarantined'
  /** For people. */
  readonly note: string
}

/**
 * What a report says of each object. While nothing can be built, only those at fault are judged: the others are neither
 * applied nor refused, and what was said of them before still holds.
 */
export function verdicts({ hostname, conversion }: NodeReport): readonly Verdict[] {
  const { ok, problems, objects, leftOut } = conversion
  const told = problemsOfObjects(problems.filter(({ severity }) => severity === 'error'))
  const errors = Map.groupBy(told, ({ object }) => objectName(object))
  if (!ok) {
    return [...errors.values()].flatMap((own) => {
      const [first] = own
      if (first === undefined) return []
      const reason = own.some(({ others }) => others.length > 0) ? 'Conflict' : 'Invalid'
      return { object: first.object, reason, note: `${hostname}: ${explain(own)}` }
    })
  }
  return [
    ...leftOut.map((object): Verdict => {
      const own = errors.get(objectName(object)) ?? []
      const why = own.length === 0 ? '' : `: ${explain(own)}`
      return { object, reason: 'Quarantined', note: `${hostname}: left out, so that the others can be applied${why}` }
    }),
    ...objects.map(
      (object): Verdict => ({
        object,
        reason: 'Accepted',
        note: `${hostname}: part of the configuration of this node`,
      }),
    ),
  ]
}

/** The first problem with its way out, and how many more there are. */
function explain(problems: readonly ObjectProblem[]): string {
  const [first] = problems
  if (first === undefined) return ''
  const { reason, problem } = first
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return `${reason} [${problem.code}]${more}; ${problem.help}`
}
