import { compareObjects, type Document, failed, type ObjectRef, ok, type Problem, type Result } from '@frrkit/model'
import type { DocumentKind, KindInput } from '@frrkit/plugin'

type Slots = {
  readonly slots: Readonly<Record<string, unknown>>
  readonly warnings: readonly Problem[]
  /** The objects that speak on this node. */
  readonly objects: readonly ObjectRef[]
}

/** Lets each document kind that a plugin brought say what its documents mean together. */
export function mergeSlots(
  kinds: readonly DocumentKind[],
  documents: ReadonlyMap<string, readonly Document[]>,
  beside: Omit<KindInput<unknown>, 'documents'>,
): Result<Slots> {
  const merged = kinds.map((kind) => {
    const sorted = (documents.get(kind.slot) ?? []).toSorted((a, b) => compareObjects(a.object, b.object))
    return { slot: kind.slot, result: kind.merge({ ...beside, documents: sorted }) }
  })
  const problems = merged.flatMap(({ result }) => (result.ok ? [] : result.problems))
  if (problems.length > 0) return failed(...problems)
  const contents = merged.flatMap(({ slot, result }) => (result.ok ? [{ slot, ...result.value }] : []))
  return ok({
    slots: Object.fromEntries(contents.map(({ slot, content }) => [slot, content])),
    warnings: contents.flatMap(({ warnings }) => warnings),
    objects: contents.flatMap(({ objects = [] }) => objects),
  })
}
