import { logLevels } from '@frrkit/api'
import type { NodeFacts } from '@frrkit/model'
import * as fc from 'fast-check'

const labels = { 'kubernetes.io/hostname': 'node-a', rack: 'r1', empty: '', constructor: 'x' }

export const nodes: fc.Arbitrary<NodeFacts> = fc.record({
  hostname: fc.constantFrom('node-a', 'worker-1.example.org', 'x'),
  labels: fc.constant(labels),
  alwaysBlock: fc.uniqueArray(
    fc.constantFrom('10.96.0.0/12', '10.96.0.1/12', ' 192.168.0.0/16', 'fc00::/7', '0.0.0.0/0', '::ffff:10.0.0.0/104'),
    { maxLength: 3 },
  ),
  logLevel: fc.constantFrom(...logLevels),
  hasIpv4: fc.boolean(),
})

/** Most mean the node above; one does not. */
export const nodeSelectors: fc.Arbitrary<object | undefined> = fc.constantFrom<(object | undefined)[]>(
  undefined,
  undefined,
  undefined,
  {},
  { matchLabels: { rack: 'r1', empty: '' } },
  { matchLabels: { rack: 'r2' } },
  { matchLabels: { constructor: 'x' } },
  {
    matchExpressions: [
      { key: 'rack', operator: 'In', values: ['r0', 'r1'] },
      { key: 'kubernetes.io/hostname', operator: 'Exists' },
    ],
  },
  {
    matchExpressions: [
      { key: 'rack', operator: 'NotIn', values: ['r3'] },
      { key: 'zone.example/x', operator: 'DoesNotExist', values: [] },
    ],
  },
)
