import { createKubeClient } from '@frrkit/k8s'
import { expect, test } from 'vitest'
import { sourceCrd } from './source-crd.ts'

test.each([
  { case: 'no namespace', options: { nodeName: 'worker-1' }, says: 'the option namespace is missing' },
  { case: 'no node name', options: { namespace: 'frr-system' }, says: 'the option nodeName is missing' },
  {
    case: 'kinds without their plurals',
    options: {
      namespace: 'frr-system',
      nodeName: 'worker-1',
      kinds: [{ apiVersion: 'example.com/v1', kind: 'Uplink' }],
    },
    says: 'the option kinds has to be a list, and each of its entries to have apiVersion, kind and plural',
  },
])('$case', ({ options, says }) => {
  expect(() => sourceCrd({ kube: createKubeClient(), ...options } as never)).toThrow(says)
})
