import { expect, test } from 'vitest'
import { type KnownStatus, planStatuses, statusOf } from './service-status.ts'

const service = { kind: 'Service', namespace: 'default', name: 'web' }
const [wanted] = statusOf('worker-1', { service, addresses: [], peers: ['tor'] })
const all = wanted === undefined ? [] : [wanted]
const owner = { apiVersion: 'v1', kind: 'Pod', name: 'frrkit-x', uid: '1' }
const known = (name: string, other: Partial<KnownStatus> = {}): KnownStatus => ({
  name,
  created: '2026-01-01T00:00:00Z',
  key: 'default/web',
  peers: ['tor'],
  ownerReferences: [owner],
  ...other,
})
const nothing = { create: [], write: [], own: [], remove: [] }

test.each<{ case: string; known: readonly KnownStatus[]; does: object }>([
  { case: 'all is as it should be', known: [known('a')], does: nothing },
  { case: 'a service without object', known: [], does: { ...nothing, create: all } },
  {
    case: 'another peer hears of it',
    known: [known('a', { peers: ['old'] })],
    does: { ...nothing, write: [{ name: 'a', status: wanted?.status }] },
  },
  {
    case: 'two for one service: the younger goes',
    known: [known('b'), known('a')],
    does: { ...nothing, remove: ['b'] },
  },
  {
    case: 'one that is announced no longer goes',
    known: [known('a'), known('b', { key: 'default/gone' })],
    does: { ...nothing, remove: ['b'] },
  },
  { case: 'the pod of before owns it', known: [known('a', { ownerReferences: [] })], does: { ...nothing, own: ['a'] } },
])('$case', ({ known: objects, does }) => {
  expect(planStatuses(objects, all, owner)).toEqual(does)
})

test('a service that no peer hears of has none', () => {
  expect(statusOf('worker-1', { service, addresses: [], peers: [] })).toEqual([])
})
