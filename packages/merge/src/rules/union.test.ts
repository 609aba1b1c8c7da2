import { compareText, type Sourced } from '@frrkit/model'
import { anOrigin, sourced } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { asked, claims } from '../../test/claims.ts'
import { union, unionOf } from './union.ts'

test.each([
  { case: 'nobody adds', told: claims<readonly string[]>([], []), merged: [] },
  { case: 'one object, in any order', told: claims(['b', 'a']), merged: ['a', 'b'] },
  { case: 'two objects, each value once', told: claims(['b', 'c'], ['a', 'b']), merged: ['a', 'b', 'c'] },
])('union: $case', ({ told, merged }) => {
  expect(union()(asked, told)).toEqual({ ok: true, value: merged })
})

const [a, b, c] = ['a', 'b', 'c'].map((name) => anOrigin('spec.list', { name })) as [Origin, Origin, Origin]
type Origin = ReturnType<typeof anOrigin>
const list = (origin: Origin, ...values: readonly string[]): readonly Sourced<string>[] =>
  values.map((value) => sourced(value, origin))

test('unionOf: values remember everyone who asked for them, in the order of the objects', () => {
  const told = claims(list(a, 'x', 'z'), list(b, 'y', 'z'), list(c, 'x', 'z'))
  expect(unionOf(compareText)(asked, told)).toEqual({
    ok: true,
    value: [sourced('x', a, c), sourced('y', b), sourced('z', a, b, c)],
  })
})

test('unionOf: what one object says alone is taken as it is', () => {
  const only = list(a, 'x', 'y')
  const result = unionOf(compareText)(asked, claims([], only, []))
  expect(result.ok && result.value).toBe(only)
})

test('unionOf: the lists that came in are left alone', () => {
  const first = list(a, 'x')
  unionOf(compareText)(asked, claims(first, list(b, 'x'), list(c, 'x')))
  expect(first).toEqual(list(a, 'x'))
})
