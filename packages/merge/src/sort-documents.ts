import { compareObjects, compareText, type Document, objectName } from '@frrkit/model'

/**
 * In an order that depends on the documents, not on how they were given. A document given twice counts once, whichever
 * files it comes from: its raw text would be written twice.
 */
export function sortDocuments<Spec>(documents: readonly Document<Spec>[]): readonly Document<Spec>[] {
  const sorted = documents.toSorted((a, b) => compareObjects(a.object, b.object) || compareText(textOf(a), textOf(b)))
  return [...Map.groupBy(sorted, ({ object }) => objectName(object)).values()].flatMap(withoutTwins)
}

function withoutTwins<Spec>(documents: readonly Document<Spec>[]): readonly Document<Spec>[] {
  if (documents.length === 1) return documents
  const firsts = new Map<string, Document<Spec>>()
  for (const document of documents) {
    const content = canonical(document.spec)
    if (!firsts.has(content)) firsts.set(content, document)
  }
  return [...firsts.values()]
}

function textOf(document: Document): string {
  return canonical({ ...document })
}

/** JSON with sorted keys: the order of keys in an object says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => compareText(a, b)))
      : inner,
  )
}
