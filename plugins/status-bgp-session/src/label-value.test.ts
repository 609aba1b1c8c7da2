import { expect, test } from 'vitest'
import { labelValue } from './label-value.ts'

test.each([
  { text: '', value: '' },
  { text: 'red', value: 'red' },
  { text: '192.0.2.1', value: '192.0.2.1' },
  { text: 'eth0.100', value: 'eth0.100' },
  { text: 'a'.repeat(63), value: 'a'.repeat(63) },
  { text: '_mgmt', value: 'mgmt-40c697ae' },
  { text: 'mgmt-', value: 'mgmt--db716c73' },
  { text: 'a@b', value: 'a-b-7508d8b5' },
  { text: '@', value: 'c3641f85' },
  { text: 'n'.repeat(80), value: `${'n'.repeat(54)}-feed930b` },
])('$text', ({ text, value }) => {
  expect(labelValue(text)).toBe(value)
})
