import { expect, test } from 'vitest'
import { benignWorld } from './injection/benign-world.ts'
import { writeWorld } from './write-world.ts'

test('a world is written as a List that can be read again, and what else was tried', () => {
  const text = writeWorld({ world: benignWorld, order: [3], kept: [true], twice: 1 })
  const [list = '', ...lines] = text.split(/\n(?=\w)/)
  expect(JSON.parse(list)).toMatchObject({
    apiVersion: 'v1',
    kind: 'List',
    items: [
      { kind: 'FRRConfiguration', metadata: { name: 'benign', namespace: 'frr-k8s-system' } },
      { kind: 'FRRK8sConfiguration', spec: { logLevel: 'debug' } },
      { kind: 'Secret', type: 'kubernetes.io/basic-auth', data: { password: btoa('secretpassword') } },
    ],
  })
  expect(lines.map((line) => line.slice(0, 30))).toEqual([
    'node: {"hostname":"hostbenign"',
    'objects: [{"kind":"FRRConfigur',
    'choices: {"order":[3],"kept":[',
  ])
})
