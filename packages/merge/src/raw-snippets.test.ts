import { anOrigin, aRawSnippet } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { sortRawSnippets } from './raw-snippets.ts'

const snippet = (priority: number, name: string, namespace = 'x') =>
  aRawSnippet(`${priority} ${namespace}/${name}`, {
    priority,
    origin: anOrigin('spec.raw.rawConfig', { name, namespace }),
  })

test('by priority, then by the name of the object, then by its namespace', () => {
  const given = [snippet(5, 'a'), snippet(0, 'b', 'y'), snippet(0, 'a', 'z'), snippet(0, 'b'), snippet(-1, 'z')]
  expect(sortRawSnippets(given).map(({ text }) => text.reveal())).toEqual([
    '-1 x/z',
    '0 z/a',
    '0 x/b',
    '0 y/b',
    '5 x/a',
  ])
})
