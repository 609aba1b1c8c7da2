import { isRecord } from './is-record.ts'

/** An object of a file, and the way to it: which document, and which path in that document. */
export type Placed = { readonly body: unknown; readonly document: number; readonly path: string }

/** Every object of a file: documents, and instead of a `kind: List` the objects in it. Empty documents are left out. */
export function flattenLists(documents: readonly unknown[]): readonly Placed[] {
  return documents.flatMap((body, document) => flatten({ body, document, path: '' }))
}

function flatten(placed: Placed): readonly Placed[] {
  const { body, document, path } = placed
  // Nothing but comments between two `---`: that is how people leave things out.
  if (body === null) return []
  if (!isRecord(body) || typeof body.kind !== 'string' || !body.kind.endsWith('List')) return [placed]
  if (!Array.isArray(body.items)) return [placed]
  const at = path === '' ? 'items' : `${path}.items`
  return body.items.flatMap((item: unknown, i) => flatten({ body: item, document, path: `${at}[${i}]` }))
}
