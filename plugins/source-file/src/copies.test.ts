import { expect, test } from 'vitest'
import { sortOutCopies } from './copies.ts'

function entry(file: string, spec: unknown, name = 'edge') {
  const object = { kind: 'FRRConfiguration', namespace: 'ns', name, file }
  return { object, document: 0, value: { file, spec } }
}

const sortOut = (...entries: readonly ReturnType<typeof entry>[]) => sortOutCopies(entries, ({ spec }) => spec)

test('objects of different names have nothing to do with each other', () => {
  const entries = [entry('a.yaml', 1, 'x'), entry('a.yaml', 1, 'y')]
  expect(sortOut(...entries)).toEqual({ clear: entries.map(({ value }) => value), contested: [] })
})

test('of several with the same content the first is taken', () => {
  const copies = sortOut(entry('a.yaml', { asn: 1 }), entry('b.yaml', { asn: 1 }), entry('c.yaml', { asn: 1 }))
  expect(copies).toEqual({ clear: [{ file: 'a.yaml', spec: { asn: 1 } }], contested: [] })
})

test('with different content none is', () => {
  const entries = [entry('a.yaml', { asn: 1 }), entry('b.yaml', { asn: 1 }), entry('c.yaml', { asn: 2 })]
  expect(sortOut(...entries)).toEqual({ clear: [], contested: [entries] })
})
