import { createKubeClient } from '@frrkit/k8s'
import { expect, test } from 'vitest'
import { sourceCrd } from './source-crd.ts'

test.each([
  { case: 'no namespace', options: { nodeName: 'worker-1' }, says: 'the option namespace is missing' },
  { case: 'no node name', options: { namespace: 'frr-system' }, says: 'the option nodeName is missing' },
])('$case', ({ options, says }) => {
  expect(() => sourceCrd({ kube: createKubeClient(), ...options } as never)).toThrow(says)
})
