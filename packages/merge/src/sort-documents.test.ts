import { aDocument } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { sortDocuments } from './sort-documents.ts'

const raw = (text: string) => ({ raw: { rawConfig: text } })

test('by namespace and name', () => {
  const given = [
    aDocument({}, { name: 'b' }),
    aDocument({}, { name: 'a' }),
    aDocument({}, { name: 'z', namespace: 'a' }),
  ]
  expect(sortDocuments(given).map(({ object }) => object.name)).toEqual(['z', 'a', 'b'])
})

test.each([
  { case: 'the very same', twin: aDocument(raw('x')) },
  { case: 'from another file', twin: aDocument(raw('x'), { file: 'b.yaml' }) },
])('a document given twice counts once: $case', ({ twin }) => {
  const given = [aDocument(raw('x')), twin]
  expect(sortDocuments(given)).toEqual([aDocument(raw('x'))])
  expect(sortDocuments(given.toReversed())).toEqual([aDocument(raw('x'))])
})

test('the order of keys in it says nothing', () => {
  const [one, other] = [{ raw: { rawConfig: 'x', priority: 1 } }, { raw: { priority: 1, rawConfig: 'x' } }]
  expect(sortDocuments([aDocument(one), aDocument(other)])).toHaveLength(1)
})

test('two that bear one name and differ both count, in an order of their own', () => {
  const given = [aDocument(raw('y')), aDocument(raw('x'))]
  expect(sortDocuments(given).map(({ spec }) => spec.raw?.rawConfig)).toEqual(['x', 'y'])
  expect(sortDocuments(given.toReversed()).map(({ spec }) => spec.raw?.rawConfig)).toEqual(['x', 'y'])
})
