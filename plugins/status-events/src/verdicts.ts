import { type ObjectProblem, type ObjectRef, objectName, type Problem, problemsOfObjects } from '@frrkit/model'
import type { NodeReport } from '@frrkit/plugin'

/** What became of an object on this node. */
export type Verdict = {
  readonly object: ObjectRef
  readonly reason: 'Accepted' | 'Conflict' | 'Invalid' | 'Quarantined' | 'Refused'
  /** For people. */
  readonly note: string
}

/**
 * What a report says of each object. While nothing can be built, only those at fault are judged: the others are neither
 * applied nor refused, and what was said of them before still holds. What FRR refuses of an object stays said until FRR has
 * taken something else.
 */
export function verdicts({ hostname, conversion, reload }: NodeReport): readonly Verdict[] {
  const { ok, problems, objects, leftOut } = conversion
  const errors = byObject(problems.filter(({ severity }) => severity === 'error'))
  if (!ok) {
    return [...errors.values()].flatMap((own) => {
      const [first] = own
      if (first === undefined) return []
      const reason = own.some(({ others }) => others.length > 0) ? 'Conflict' : 'Invalid'
      return { object: first.object, reason, note: `${hostname}: ${explain(own)}` }
    })
  }
  const refused = byObject(reload?.status === 'rejected' ? (reload.problems ?? []) : [])
  return [
    ...leftOut.map((object): Verdict => {
      const own = errors.get(objectName(object)) ?? []
      const why = own.length === 0 ? '' : `: ${explain(own)}`
      return { object, reason: 'Quarantined', note: `${hostname}: left out, so that the others can be applied${why}` }
    }),
    ...objects.map((object): Verdict => {
      const own = refused.get(objectName(object))
      return own === undefined
        ? { object, reason: 'Accepted', note: `${hostname}: part of the configuration of this node` }
        : { object, reason: 'Refused', note: `${hostname}: ${explain(own)}` }
    }),
  ]
}

function byObject(problems: readonly Problem[]): ReadonlyMap<string, readonly ObjectProblem[]> {
  return Map.groupBy(problemsOfObjects(problems), ({ object }) => objectName(object))
}

/** The first problem with its way out, and how many more there are. */
function explain(problems: readonly ObjectProblem[]): string {
  const [first] = problems
  if (first === undefined) return ''
  const { reason, problem } = first
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return `${reason} [${problem.code}]${more}; ${problem.help}`
}
