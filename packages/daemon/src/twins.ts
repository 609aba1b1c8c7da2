import { compareObjects, objectName, originOf, type Problem, type SourceObject } from '@frrkit/model'

/** One object read twice is harmless as long as both say the same; otherwise nobody could tell which one counts. */
export function findTwins(objects: readonly SourceObject[]): readonly (readonly SourceObject[])[] {
  const byName = Map.groupBy(objects, ({ object: { kind, namespace, name }, apiVersion }) =>
    [apiVersion, kind, namespace, name].join('\0'),
  )
  return [...byName.values()].filter((twins) => twins.length > 1 && !sayTheSame(twins))
}

function sayTheSame([first, ...others]: readonly SourceObject[]): boolean {
  const text = JSON.stringify(first?.body)
  return others.every((other) => JSON.stringify(other.body) === text)
}

export function twinProblem(twins: readonly SourceObject[]): Problem {
  const sorted = twins.toSorted((a, b) => compareObjects(a.object, b.object))
  return {
    code: 'document/twin',
    severity: 'error',
    subject: sorted[0] ? objectName(sorted[0].object) : '',
    field: 'metadata.name',
    reason: 'written more than once, with different contents',
    evidence: sorted.map(({ object, origins }) => ({
      // One that was made of others is named by those.
      origin: originOf({ object, spec: {}, ...(origins && { origins }) }, 'metadata.name'),
      says: object.name,
    })),
    help: 'give one of them another name, or remove it: objects of different names add up',
  }
}
