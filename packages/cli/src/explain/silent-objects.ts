import { type ObjectRef, objectName, type Problem } from '@frrkit/model'
import type { Known } from './known.ts'
import { type RouterStatement, statementsOf } from './statements.ts'
import { unmetRequirements } from './unmet-requirements.ts'

/** An object that is not in the model, why, and what it says. */
export type SilentObject = {
  readonly object: ObjectRef
  readonly code: 'not-selected' | 'in-conflict'
  /** `is not for this node: its nodeSelector asks for …` */
  readonly because: string
  readonly statements: readonly RouterStatement[]
}

export function silentObjects(known: Known): readonly SilentObject[] {
  const speaking = new Set(known.speaking.map(keyOf))
  const leftOut = new Set(known.leftOut.map(keyOf))
  const conflicts = firstErrors(known.problems)
  return known.documents
    .filter(({ object }) => !speaking.has(keyOf(object)))
    .map((document): SilentObject => {
      const { object } = document
      const statements = statementsOf(document)
      if (leftOut.has(keyOf(object))) {
        return {
          object,
          code: 'in-conflict',
          because: `is left out: ${wordsOf(conflicts.get(keyOf(object)))}`,
          statements,
        }
      }
      const unmet = unmetRequirements(document.spec.nodeSelector ?? {}, known.labels)
      return {
        object,
        code: 'not-selected',
        because: `is not for this node: its nodeSelector ${unmet.join(' and ')}`,
        statements,
      }
    })
}

/** By the key of each object in it. */
function firstErrors(problems: readonly Problem[]): ReadonlyMap<string, Problem> {
  const errors = problems.filter(({ severity }) => severity === 'error').toReversed()
  return new Map(errors.flatMap((error) => error.evidence.map(({ origin }) => [keyOf(origin.object), error] as const)))
}

function wordsOf(named: Problem | undefined): string {
  if (named === undefined) return 'it cannot be merged with the others'
  const { subject, field, reason, code } = named
  return `${[subject, field, reason].filter(Boolean).join(': ')} [${code}]`
}

function keyOf(object: ObjectRef): string {
  return `${objectName(object)} ${object.file ?? ''}`
}
