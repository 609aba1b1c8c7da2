import type { LabelSelector } from '@frrkit/api'
import { expect, test } from 'vitest'
import { selects } from './selects.ts'

const labels = { rack: 'r1', empty: '' }
const where = (key: string, operator: string, ...values: readonly string[]) => ({
  matchExpressions: [{ key, operator, values }],
})

test.each<{ readonly case: string; readonly selector: LabelSelector | undefined; readonly is: boolean }>([
  { case: 'no selector', selector: undefined, is: true },
  { case: 'an empty selector', selector: {}, is: true },
  { case: 'empty parts', selector: { matchLabels: {}, matchExpressions: [] }, is: true },
  { case: 'a label that the node has', selector: { matchLabels: { rack: 'r1' } }, is: true },
  { case: 'one of two labels', selector: { matchLabels: { rack: 'r1', gpu: 'yes' } }, is: false },
  { case: 'an empty value', selector: { matchLabels: { empty: '' } }, is: true },
  { case: 'an empty value of an absent label', selector: { matchLabels: { gpu: '' } }, is: false },
  { case: 'the name of an inherited property', selector: { matchLabels: { constructor: '' } }, is: false },
  { case: 'In', selector: where('rack', 'In', 'r1', 'r2'), is: true },
  { case: 'In, another value', selector: where('rack', 'In', 'r2'), is: false },
  { case: 'In, absent', selector: where('gpu', 'In', 'yes'), is: false },
  { case: 'NotIn', selector: where('rack', 'NotIn', 'r2'), is: true },
  { case: 'NotIn, the value', selector: where('rack', 'NotIn', 'r1'), is: false },
  { case: 'NotIn, absent', selector: where('gpu', 'NotIn', 'yes'), is: true },
  { case: 'Exists', selector: where('rack', 'Exists'), is: true },
  { case: 'Exists, absent', selector: where('toString', 'Exists'), is: false },
  { case: 'DoesNotExist', selector: where('rack', 'DoesNotExist'), is: false },
  { case: 'DoesNotExist, absent', selector: where('gpu', 'DoesNotExist'), is: true },
  { case: 'labels and expressions', selector: { matchLabels: { rack: 'r1' }, ...where('gpu', 'Exists') }, is: false },
  { case: 'an operator that nobody knows', selector: where('rack', 'Gt', '0'), is: false },
])('$case: $is', ({ selector, is }) => {
  expect(selects(selector, labels)).toBe(is)
})
