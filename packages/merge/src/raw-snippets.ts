import { compareObjects, compareText, type RawSnippet } from '@frrkit/model'

/** By priority, lower first; then by the name of the object, as the API promises. */
export function sortRawSnippets(snippets: readonly RawSnippet[]): readonly RawSnippet[] {
  return snippets.toSorted(
    (a, b) =>
      a.priority - b.priority ||
      compareText(a.origin.object.name, b.origin.object.name) ||
      compareObjects(a.origin.object, b.origin.object),
  )
}
