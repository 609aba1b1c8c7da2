import { type Document, type Evidence, originOf, type Problem } from '@frrkit/model'

/** Something in one document that a message can point at: what people call it, and where it is written. */
export type Place = { readonly document: Document; readonly subject: string; readonly path: string }

type Words = Pick<Problem, 'code' | 'reason' | 'help'> & {
  /** What the object says there. */
  readonly says: string
  readonly severity?: Problem['severity']
  /** Other fields of the same object that have a part in it. */
  readonly beside?: readonly Evidence[]
}

/** A problem with one field of something in one document. */
export function problemAt(
  place: Place,
  field: string,
  { says, beside = [], severity = 'error', ...words }: Words,
): Problem {
  return { ...words, severity, subject: place.subject, field, evidence: [evidenceAt(place, field, says), ...beside] }
}

export function evidenceAt({ document, path }: Place, field: string, says: string): Evidence {
  return { origin: originOf(document, `${path}.${field}`), says }
}
