import { formatProblem } from '@frrkit/model'
import { expect, test } from 'vitest'
import { refuseTwins } from './refuse-twins.ts'

function entry(file: string, document: number, spec: unknown, name = 'edge') {
  const object = { kind: 'FRRConfiguration', namespace: 'ns', name, file }
  return { object, document, value: { file, spec } }
}

const refuse = (...entries: readonly ReturnType<typeof entry>[]) => refuseTwins(entries, ({ spec }) => spec)

test('objects of different names have nothing to do with each other', () => {
  const entries = [entry('a.yaml', 0, 1, 'x'), entry('a.yaml', 1, 2, 'y')]
  expect(refuse(...entries)).toEqual({ kept: entries.map(({ value }) => value), problems: [] })
})

test('a copy does no harm; the first one is kept', () => {
  const { kept, problems } = refuse(entry('a.yaml', 0, { asn: 1 }), entry('b.yaml', 0, { asn: 1 }))
  expect({ kept, problems }).toEqual({ kept: [{ file: 'a.yaml', spec: { asn: 1 } }], problems: [] })
})

test('different content under one name: none is used, and every place is named', () => {
  const { kept, problems } = refuse(
    entry('conf/a.yaml', 0, { asn: 1 }),
    entry('conf/a.yaml', 2, { asn: 1 }),
    entry('conf/b.yaml', 0, { asn: 2 }),
  )
  expect(kept).toEqual([])
  expect(problems.map(formatProblem)).toEqual([
    `\
FRRConfiguration ns/edge: the folder holds this object more than once, with different content [file/duplicate-object]
  document 1  FRRConfiguration ns/edge  (conf/a.yaml)
  document 3  FRRConfiguration ns/edge  (conf/a.yaml)
  document 1  FRRConfiguration ns/edge  (conf/b.yaml)
help: remove one of them, or give it another metadata.name`,
  ])
})
