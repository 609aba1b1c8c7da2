import { type Evidence, type ObjectRef, objectName, type Problem } from '@frrkit/model'

/** Anything that was read of one object. */
export type Of = { readonly object: ObjectRef }

type Words = Pick<Problem, 'reason' | 'help'> & {
  readonly code: `metallb/${string}`
  /** What the object says there. */
  readonly says: string
  readonly severity?: Problem['severity']
  /** What others say, or other fields of the same object. */
  readonly beside?: readonly Evidence[]
}

/** A problem with one field of one object. */
export function problemIn(of: Of, path: string, { says, beside = [], severity = 'error', ...words }: Words): Problem {
  const evidence = [evidenceIn(of, path, says), ...beside]
  return { ...words, severity, subject: objectName(of.object), field: path, evidence }
}

export function evidenceIn({ object }: Of, path: string, says: string): Evidence {
  return { origin: { object, path }, says }
}
