import { expect, test } from 'vitest'
import { unmetRequirements } from './unmet-requirements.ts'

const labels = { rack: 'r1', gpu: '' }
const where = (key: string, operator: string, ...values: readonly string[]) => ({
  matchExpressions: [{ key, operator, ...(values.length > 0 && { values }) }],
})

test.each([
  { case: 'an empty selector', selector: {}, unmet: [] },
  { case: 'a label that the node has', selector: { matchLabels: { rack: 'r1', gpu: '' } }, unmet: [] },
  {
    case: 'another value, and no such label',
    selector: { matchLabels: { rack: 'r2', zone: 'a' } },
    unmet: ['asks for rack=r2, the node has rack=r1', 'asks for zone=a, the node has no such label'],
  },
  { case: 'In', selector: where('rack', 'In', 'r1', 'r2'), unmet: [] },
  {
    case: 'In, none of them',
    selector: where('rack', 'In', 'r2', 'r3'),
    unmet: ['asks for rack in r2, r3, the node has rack=r1'],
  },
  { case: 'NotIn, absent', selector: where('zone', 'NotIn', 'a'), unmet: [] },
  { case: 'NotIn', selector: where('rack', 'NotIn', 'r1'), unmet: ['asks for rack not in r1, the node has rack=r1'] },
  { case: 'Exists', selector: where('gpu', 'Exists'), unmet: [] },
  {
    case: 'Exists, absent',
    selector: where('toString', 'Exists'),
    unmet: ['asks for the label toString, the node has no such label'],
  },
  { case: 'DoesNotExist', selector: where('zone', 'DoesNotExist'), unmet: [] },
  {
    case: 'DoesNotExist, there',
    selector: where('rack', 'DoesNotExist'),
    unmet: ['asks for no label rack, the node has rack=r1'],
  },
  {
    case: 'an unknown operator',
    selector: where('rack', 'Gt', '1'),
    unmet: ['has the operator Gt, which does not exist'],
  },
])('$case', ({ selector, unmet }) => {
  expect(unmetRequirements(selector, labels)).toEqual(unmet)
})
