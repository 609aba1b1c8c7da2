import { expect, test } from 'vitest'
import { labelKeyFault, labelValueFault } from './label-syntax.ts'

const long = 'x'.repeat(64)
const noName = 'is not made of letters, digits, and - _ . between them'

test.each(['a', 'A-b_c.9', 'kubernetes.io/hostname', 'a/b', 'x'.repeat(63), `${'a'.repeat(253)}/b`])(
  'key %j',
  (key) => {
    expect(labelKeyFault(key)).toBeUndefined()
  },
)

test.each([
  { key: '', fault: noName },
  { key: '-x', fault: noName },
  { key: 'x.', fault: noName },
  { key: 'a b', fault: noName },
  { key: 'a\n', fault: noName },
  { key: long, fault: 'is longer than 63 characters' },
  { key: 'a/b/c', fault: 'has more than one slash' },
  { key: '/b', fault: 'has a prefix that is no DNS name' },
  { key: 'UPPER.io/b', fault: 'has a prefix that is no DNS name' },
  { key: 'a..b/c', fault: 'has a prefix that is no DNS name' },
  { key: `${'a'.repeat(254)}/b`, fault: 'has a prefix that is no DNS name' },
  { key: 'a/', fault: noName },
])('key $key $fault', ({ key, fault }) => {
  expect(labelKeyFault(key)).toBe(fault)
})

test.each([
  { value: '', fault: undefined },
  { value: 'r1', fault: undefined },
  { value: 'no spaces please', fault: noName },
  { value: '-bad-', fault: noName },
  { value: 'a/b', fault: noName },
  { value: long, fault: 'is longer than 63 characters' },
])('value $value: $fault', ({ value, fault }) => {
  expect(labelValueFault(value)).toBe(fault)
})
