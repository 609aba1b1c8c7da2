import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { kubectlSchema } from './kubectl-schema.ts'

// Every answer was given by kubectl 1.32 (`kubectl annotate --local -f … -o json`).
test.each([
  { text: 'yes', read: true },
  { text: 'Yes', read: true },
  { text: 'on', read: true },
  { text: 'y', read: true },
  { text: 'TRUE', read: true },
  { text: 'n', read: false },
  { text: 'NO', read: false },
  { text: 'Off', read: false },
  { text: 'tRUE', read: 'tRUE' },
  { text: "'yes'", read: 'yes' },
  { text: '~', read: null },
  { text: 'Null', read: null },
  { text: '64512', read: 64512 },
  { text: '4294967295', read: 4294967295 },
  { text: '+5', read: 5 },
  { text: '010', read: 8 },
  { text: '-010', read: -8 },
  { text: '0o10', read: 8 },
  { text: '08', read: 8 },
  { text: '089', read: 89 },
  { text: '0o9', read: '0o9' },
  { text: '0x1F', read: 31 },
  { text: '-0x1F', read: -31 },
  { text: '0b11', read: 3 },
  { text: '-0b11', read: -3 },
  { text: '1_000', read: 1000 },
  { text: '1__0', read: 10 },
  { text: '_1', read: '_1' },
  { text: '0.10', read: 0.1 },
  { text: '1e3', read: 1000 },
  { text: '!!str 5', read: '5' },
  // These must not become dates, or minutes and seconds.
  { text: '2001-01-01', read: '2001-01-01' },
  { text: '2001-01-01T10:00:00Z', read: '2001-01-01T10:00:00Z' },
  { text: '65000:10', read: '65000:10' },
  { text: '190:20:30', read: '190:20:30' },
  { text: '10.0.0.1', read: '10.0.0.1' },
])('$text is read as kubectl reads it', ({ text, read }) => {
  expect(load(`value: ${text}`, { schema: kubectlSchema })).toEqual({ value: read })
})

test('a merge key brings in the other mapping', () => {
  expect(load('a: &a {p: 1}\nb: {<<: *a, q: 2}', { schema: kubectlSchema })).toEqual({ a: { p: 1 }, b: { p: 1, q: 2 } })
})
