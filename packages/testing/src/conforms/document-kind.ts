import {
  formatProblem,
  type NodeFacts,
  type Problem,
  type Result,
  type SecretDocument,
  type SourceObject,
} from '@frrkit/model'
import type { DocumentKind, KindInput } from '@frrkit/plugin'
import { describe, expect, test } from 'vitest'
import { deepFreeze } from '../deep-freeze.ts'
import { expectIdentity } from './expect-identity.ts'

export type DocumentKindCase = {
  /** Objects of the kind that are right, at least two, and that together mean something. */
  readonly objects: readonly SourceObject[]
  /** Objects that are right one by one and contradict each other: the problems name each of them. */
  readonly conflict?: readonly SourceObject[]
  readonly secrets?: readonly SecretDocument[]
  readonly facts?: Partial<NodeFacts>
}

/** Bodies that a file may hold and no API server would let in. */
const nonsense = [undefined, null, 7, 'spec', [], {}, { spec: null }, { spec: [] }, { spec: { nonsense: {} } }]

/** What every kind of documents must do, whatever its documents say. */
export function documentKindConforms(kind: DocumentKind, given: DocumentKindCase): void {
  const { objects, conflict, secrets = [] } = given
  const facts = {
    hostname: 'node-a',
    labels: {},
    alwaysBlock: [],
    logLevel: 'info',
    hasIpv4: true,
    ...given.facts,
  } as const
  const read = (all: readonly SourceObject[]) => all.map((object) => value(kind.parse(deepFreeze(object))))
  const merge = (documents: KindInput<unknown>['documents']) => kind.merge({ documents, secrets, facts })

  describe(`${kind.name} is a document kind`, () => {
    test('it states the contract, a name like its package, and a kind of the API that the objects are of', () => {
      expectIdentity(kind, { contract: 'document-kind/v1', define: 'defineDocumentKind' })
      const { apiVersion, kind: name } = kind
      const kinds = objects.map((object) => [object.apiVersion, object.object.kind])
      expect(kinds, 'give the suite objects of the kind, and the kind its apiVersion as in the objects').toEqual(
        objects.map(() => [apiVersion, name]),
      )
      expect(kind.slot, 'name the key of model.slots that its target reads').not.toBe('')
    })

    test('an object that is right becomes a document that knows its object', () => {
      expect(objects.length, 'give the suite two objects or more').toBeGreaterThan(1)
      const documents = read(objects).map(({ object }) => object)
      expect(documents, 'hand `object` on, for messages to name it').toEqual(objects.map(({ object }) => object))
    })

    test('a document keeps the origins of a translated object', () => {
      const origins = { spec: { object: { kind: 'Other', namespace: 'ns', name: 'author' }, path: 'spec' } }
      const documents = read(objects.map((object) => ({ ...object, origins })))
      expect(
        documents.map((document) => document.origins),
        'copy `origins` of the object to the document',
      ).toEqual(objects.map(() => origins))
    })

    test.each(nonsense.map((body) => ({ body })))('a body $body is read or refused, never thrown at', ({ body }) => {
      const [first] = objects
      if (first === undefined) throw new Error('BUG: the suite was given no objects')
      const parsed = attempt(() => kind.parse(deepFreeze({ ...first, body })))
      expect(parsed.thrown, 'answer failed(…) with a problem: a file may hold anything').toBeUndefined()
      const { result } = parsed
      if (result?.ok === false)
        expect(describeAnonymous(result.problems), 'a problem names its object and a way out').toEqual([])
    })

    test('no documents mean something, too: the target finds its slot filled', () => {
      expect(value(merge([])).content, 'answer with empty content, such as []').toBeDefined()
    })

    test('documents mean the same each time, and are left as they are', () => {
      const documents = deepFreeze(read(objects))
      expect(value(merge(documents)), 'merge decides by its input alone').toEqual(value(merge(documents)))
    })

    test('the order of documents does not show', () => {
      const documents = read(objects)
      expect(value(merge(documents.toReversed())), 'sort what you collect').toEqual(value(merge(documents)))
    })

    test.runIf(conflict !== undefined)(
      'a contradiction is a problem that names every object in it, in any order',
      () => {
        const documents = read(conflict ?? [])
        const result = merge(documents)
        expect(result.ok, 'objects that contradict each other must not become content').toBe(false)
        if (result.ok) return
        const named = result.problems.flatMap(({ evidence }) => evidence.map(({ origin }) => origin.object.name))
        expect([...new Set(named)].toSorted(), 'give each side as `evidence`, with its origin').toEqual(
          documents.map(({ object }) => object.name).toSorted(),
        )
        expect(merge(documents.toReversed()), 'sort what you collect').toEqual(result)
      },
    )
  })
}

function attempt<T>(parse: () => T): { readonly result?: T; readonly thrown?: unknown } {
  try {
    return { result: parse() }
  } catch (thrown) {
    return { thrown }
  }
}

/** Problems that do not say what they are about, or what to do. */
function describeAnonymous(problems: readonly Problem[]): readonly string[] {
  return problems.filter(({ evidence, help }) => evidence.length === 0 || help === '').map(formatProblem)
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`what is right was refused: ${result.problems.map(formatProblem).join('\n')}`)
  return result.value
}
