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
    const said = Map.groupBy(problem.evidence, ({ origin }) => keyOf(origin.object))
    const voices = problem.evidence.filter(({ says }) => says !== '')
    const parties = [...said.values()].flatMap((own) => (own[0] ? [{ object: own[0].origin.object, own }] : []))
    const sorted = parties.toSorted((a, b) => compareObjects(a.object, b.object))
    const objects = sorted.map(({ object }) => object)
    return sorted.map(({ object, own }, i) => ({
      object,
      field: own[0]?.origin.path ?? '',
      reason: tell(problem, own, voices),
      others: objects.toSpliced(i, 1),
      problem,
    }))
  })
}

/** `neighbor 192.0.2.1: holdTime: objects ask for different values: 90s here, 180s in BGPPeer metallb-system/tor` */
function tell({ subject, field, reason }: Problem, own: readonly Evidence[], voices: readonly Evidence[]): string {
  const mine = new Set(own)
  const first = own.filter(({ says }) => says !== '').slice(0, loudest)
  // Of a thousand others, no more are looked at than may be heard.
  const others = voices.slice(0, loudest + own.length).filter((voice) => !mine.has(voice))
  const heard = [
    ...first.map((voice) => sayHere(voice, own.length > 1)),
    ...others
      .slice(0, loudest - first.length)
      .map(({ origin, says }) => `${visible(says)} in ${objectName(origin.object)}`),
  ]
  const rest = voices.length > loudest ? [`${voices.length - loudest} more`] : []
  return [visible(subject), visible(field), visible(reason), [...heard, ...rest].join(', ')]
    .filter((part) => part !== '')
    .join(': ')
}

function sayHere({ origin, says }: Evidence, severalHere: boolean): string {
  return severalHere && origin.path !== '' ? `${visible(says)} at ${visible(origin.path)}` : `${visible(says)} here`
}

/** Equal for objects that `compareObjects` takes for one. */
function keyOf({ kind, namespace, name, file = '' }: ObjectRef): string {
  return [kind, namespace, name, file].join('\0')
}
