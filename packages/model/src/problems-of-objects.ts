import { compareObjects, type ObjectRef, objectName } from './origin.ts'
import type { Evidence, Problem } from './problem.ts'
import { visible } from './visible.ts'

/** What a problem means for one of the objects that it is about. */
export type ObjectProblem = {
  readonly object: ObjectRef
  /** The first field of the object that the problem is about: `spec.bgp.routers[0].neighbors[1].holdTime`. */
  readonly field: string
  /** On one line: what is wrong, what this object says, and what the others do. */
  readonly reason: string
  /** The other objects in it, sorted. */
  readonly others: readonly ObjectRef[]
  readonly problem: Problem
}

/** So many voices fit into a message that is still read. */
const loudest = 6

/** The same problems, told to each object that is involved; those that involve none are left out. */
export function problemsOfObjects(problems: readonly Problem[]): readonly ObjectProblem[] {
  return problems.flatMap((problem) => {
    const objects = distinct(problem.evidence.map(({ origin }) => origin.object))
    return objects.map((object) => ({
      object,
      field: problem.evidence.find(({ origin }) => same(origin.object, object))?.origin.path ?? '',
      reason: tell(problem, object),
      others: objects.filter((other) => other !== object),
      problem,
    }))
  })
}

/** `neighbor 192.0.2.1: holdTime: objects ask for different values: 90s here, 180s in BGPPeer metallb-system/tor` */
function tell({ subject, field, reason, evidence }: Problem, listener: ObjectRef): string {
  const own = evidence.filter(({ origin }) => same(origin.object, listener))
  const others = evidence.filter(({ origin }) => !same(origin.object, listener))
  const voices = [...own, ...others].filter(({ says }) => says !== '')
  const heard = voices.slice(0, loudest).map((voice) => sayAt(voice, listener, own.length > 1))
  const rest = voices.length > loudest ? [`${voices.length - loudest} more`] : []
  return [visible(subject), visible(field), visible(reason), [...heard, ...rest].join(', ')]
    .filter((part) => part !== '')
    .join(': ')
}

function sayAt({ origin, says }: Evidence, listener: ObjectRef, severalHere: boolean): string {
  if (!same(origin.object, listener)) return `${visible(says)} in ${objectName(origin.object)}`
  return severalHere && origin.path !== '' ? `${visible(says)} at ${visible(origin.path)}` : `${visible(says)} here`
}

function distinct(objects: readonly ObjectRef[]): readonly ObjectRef[] {
  return objects.toSorted(compareObjects).filter((object, i, all) => {
    const before = all[i - 1]
    return before === undefined || !same(object, before)
  })
}

function same(a: ObjectRef, b: ObjectRef): boolean {
  return compareObjects(a, b) === 0
}
