import { expect, test } from 'vitest'
import { aNode, aService, aSlice } from '../../test/objects.ts'
import { keepEndpointSlice, keepNode, keepService } from './keep.ts'

type Kept = Parameters<typeof keepNode>[0]
const found = ({ body }: { readonly body: unknown }) => body as Kept
const slice = (...given: Parameters<typeof aSlice>) => keepEndpointSlice('worker-1')(found(aSlice(...given)))

const here = slice([{}])
const elsewhere = slice([{ nodeName: 'worker-2' }])
const nowhere = slice([])

test.each([
  { case: 'another pod of the same node', kept: slice([{ addresses: ['10.0.0.9'] }]), same: here },
  { case: 'a second pod here', kept: slice([{}, {}]), same: here },
  { case: 'another node, which is not ours either', kept: slice([{ nodeName: 'worker-9' }]), same: elsewhere },
  { case: 'a pod without a node counts as one elsewhere', kept: slice([{ nodeName: '' }]), same: elsewhere },
  { case: 'a pod that is not ready is none', kept: slice([{ conditions: { ready: false } }]), same: nowhere },
  {
    case: 'a pod that terminates and serves is one',
    kept: slice([{ conditions: { ready: false, serving: true, terminating: true } }]),
    same: here,
  },
])('of a slice nothing is kept that makes no difference: $case', ({ kept, same }) => {
  expect(kept).toEqual(same)
})

test('where the endpoints of a slice are makes a difference', () => {
  const both = slice([{}, { nodeName: 'worker-2' }])
  expect(new Set([here, elsewhere, nowhere, both].map((kept) => JSON.stringify(kept))).size).toBe(4)
})

test('a slice of no service is not kept', () => {
  const { metadata, ...rest } = found(aSlice())
  expect(keepEndpointSlice('worker-1')({ ...rest, metadata: { ...metadata, labels: {} } })).toBeUndefined()
})

test.each([
  { case: 'of our class', loadBalancerClass: '', spec: {}, kept: true },
  { case: 'of another class', loadBalancerClass: '', spec: { loadBalancerClass: 'other' }, kept: false },
  { case: 'of the class we are for', loadBalancerClass: 'ours', spec: { loadBalancerClass: 'ours' }, kept: true },
  { case: 'without class where we are for one', loadBalancerClass: 'ours', spec: {}, kept: false },
  { case: 'of another type', loadBalancerClass: '', spec: { type: 'ClusterIP' }, kept: false },
])('services are kept that could be announced: $case', ({ loadBalancerClass, spec, kept }) => {
  expect(keepService(loadBalancerClass)(found(aService({ spec }))) !== undefined).toBe(kept)
})

const beat = (time: string) => ({ type: 'Ready', status: 'True', lastHeartbeatTime: time })

const node = (...conditions: readonly object[]) => keepNode(found(aNode({ rack: 'a' }, { conditions })))

test('a heartbeat of the Node is no change, an unavailable network is', () => {
  const cut = { type: 'NetworkUnavailable', status: 'True', lastHeartbeatTime: '3' }
  expect(node(beat('1'))).toEqual(node(beat('2')))
  expect(node(beat('1'), cut)).not.toEqual(node(beat('1')))
})
