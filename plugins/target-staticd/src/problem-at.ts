import { type Document, type Evidence, objectName, originOf, type Problem } from '@frrkit/model'

type Words = Pick<Problem, 'reason' | 'help'> & { readonly code: `static/${string}`; readonly says: string }

/** A problem with one field of one object. */
export function problemAt(document: Document, path: string, { says, ...words }: Words): Problem {
  const evidence = [evidenceAt(document, path, says)]
  return { ...words, severity: 'error', subject: objectName(document.object), field: path, evidence }
}

export function evidenceAt(document: Document, path: string, says: string): Evidence {
  return { origin: originOf(document, path), says }
}
