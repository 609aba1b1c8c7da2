import { expect, test } from 'vitest'
import { selectorFaults } from './selector-faults.ts'

const where = (key: string, operator: string, values?: readonly string[]) => ({
  matchExpressions: [{ key, operator, ...(values && { values }) }],
})

test.each([
  { case: 'no selector', selector: undefined, fields: [] },
  { case: 'a selector', selector: { matchLabels: { a: 'b' }, ...where('c', 'In', ['d']) }, fields: [] },
  { case: 'a value that is no label', selector: { matchLabels: { a: '-' } }, fields: ['matchLabels'] },
  { case: 'a key that is none', selector: where('a b', 'Exists'), fields: ['matchExpressions[0].key'] },
  { case: 'In without values', selector: where('a', 'In'), fields: ['matchExpressions[0].values'] },
  { case: 'Exists with values', selector: where('a', 'Exists', ['b']), fields: ['matchExpressions[0].values'] },
  { case: 'an unknown operator', selector: where('a', 'Gt', ['1']), fields: ['matchExpressions[0].operator'] },
])('$case: $fields', ({ selector, fields }) => {
  expect(selectorFaults(selector).map(({ field }) => field)).toEqual(fields)
})
