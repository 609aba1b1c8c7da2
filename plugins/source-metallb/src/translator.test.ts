import { formatProblem, type SourceObject } from '@frrkit/model'
import { expect, test } from 'vitest'
import { aNode, aPeer, aService, aSlice, instead, usual } from '../test/objects.ts'
import { translatorMetallb } from './translator.ts'

const hostname = { 'kubernetes.io/hostname': 'worker-1' }

function translation(objects: readonly SourceObject[], labels: Readonly<Record<string, string>> = {}) {
  const facts = { hostname: 'worker-1', labels, alwaysBlock: [], logLevel: 'info', hasIpv4: true } as const
  const { objects: made, problems, facts: said } = translatorMetallb().translate({ objects, secrets: [], facts })
  return { made: made.map(({ object }) => object.name), problems: problems.map(formatProblem), said }
}

const withoutNode = usual.filter(({ object }) => object.kind !== 'Node')

test('labels of the Node object go to whoever selects nodes, and those of the command line that it lacks', () => {
  const { said } = translation(instead(aNode({ rack: 'r1', 'kubernetes.io/hostname': 'ip-1' })), {
    ...hostname,
    zone: 'a',
  })
  expect(said).toEqual({ labels: { 'kubernetes.io/hostname': 'ip-1', rack: 'r1', zone: 'a' } })
})

test('without a Node object the command line says what the node is', () => {
  expect(translation(withoutNode, hostname)).toEqual({ made: ['metallb-worker-1'], problems: [], said: undefined })
})

test('and its labels are those that select peers', () => {
  const peer = aPeer({ nodeSelectors: [{ matchLabels: { rack: 'r1' } }] })
  const objects = withoutNode.map((object) => (object.object.kind === 'BGPPeer' ? peer : object))
  expect(translation(objects, { ...hostname, rack: 'r1' }).made).toEqual(['metallb-worker-1'])
  expect(translation(objects, { ...hostname, rack: 'r2' }).made).toEqual([])
})

test('with neither, nobody knows the node', () => {
  expect(translation(withoutNode)).toEqual({
    made: [],
    problems: [
      `Node worker-1: metadata.name: there is no such node, and MetalLB announces nothing from a node that it does not know [metallb/node]
  worker-1  Node worker-1  metadata.name
help: add the Node object, or say which node this is: --node-name, --node-label`,
    ],
    said: undefined,
  })
})

test('services alone are none of its business', () => {
  expect(translation([aService(), aSlice()])).toEqual({ made: [], problems: [], said: undefined })
})
