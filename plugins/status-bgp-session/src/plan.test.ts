import type { BgpNeighborStatus } from '@frrkit/vty'
import { expect, test } from 'vitest'
import { type KnownSession, plan } from './plan.ts'
import { sessionsOf } from './session.ts'

const neighbor = (rest: Partial<BgpNeighborStatus>): BgpNeighborStatus =>
  ({ vrf: 'default', neighbor: '192.0.2.1', state: 'Active', ...rest }) as BgpNeighborStatus
const one = sessionsOf('n1', [neighbor({})])
const status = { node: 'n1', peer: '192.0.2.1', vrf: '', bgpStatus: 'Active', bfdStatus: 'N/A' }
const labels = {
  'frrk8s.metallb.io/node': 'n1',
  'frrk8s.metallb.io/peer': '192.0.2.1',
  'frrk8s.metallb.io/vrf': '',
}
const owner = { apiVersion: 'v1', kind: 'Pod', name: 'frrkit-x', uid: '1' }

const known = (name: string, rest: Partial<KnownSession> = {}): KnownSession => ({
  name,
  uid: name,
  created: '2026-01-01T00:00:00Z',
  resourceVersion: '1',
  labels,
  status,
  ownerReferences: [owner],
  ...rest,
})

test.each([
  {
    case: 'a session of the default VRF without BFD',
    neighbor: {},
    session: { labels, status },
  },
  {
    case: 'an IPv6 peer of a VRF, with BFD',
    neighbor: { vrf: 'red', neighbor: '2001:db8::1', state: 'Established', bfd: 'Up' },
    session: {
      labels: {
        ...labels,
        'frrk8s.metallb.io/peer': '2001-0db8-0000-0000-0000-0000-0000-0001',
        'frrk8s.metallb.io/vrf': 'red',
      },
      status: {
        node: 'n1',
        peer: '2001-0db8-0000-0000-0000-0000-0000-0001',
        vrf: 'red',
        bgpStatus: 'Established',
        bfdStatus: 'Up',
      },
    },
  },
  {
    case: 'an interface, with BFD in FRR’s own words',
    neighbor: { neighbor: 'net1', address: 'fe80::1', bfd: 'Admin Down' },
    session: {
      labels: { ...labels, 'frrk8s.metallb.io/peer': 'net1' },
      status: { ...status, peer: 'net1', bfdStatus: 'Admin Down' },
    },
  },
])('$case', ({ neighbor: shown, session }) => {
  expect(sessionsOf('n1', [neighbor(shown)])).toEqual([session])
})

const nothing = { create: [], write: [], own: [], remove: [] }

test.each<{ case: string; known: readonly KnownSession[]; sessions?: typeof one; does: object }>([
  { case: 'all is as it should be', known: [known('a')], does: nothing },
  { case: 'a session without object', known: [], does: { ...nothing, create: one } },
  {
    case: 'an object that was just made has no status',
    known: [known('a', { status: {} })],
    does: { ...nothing, write: [{ object: known('a', { status: {} }), status }] },
  },
  {
    case: 'a session that came up: only what changed is written',
    known: [known('a')],
    sessions: sessionsOf('n1', [neighbor({ state: 'Established' })]),
    does: { ...nothing, write: [{ object: known('a'), status: { bgpStatus: 'Established' } }] },
  },
  {
    case: 'an object of a session that FRR does not have',
    known: [known('a'), known('b', { labels: { ...labels, 'frrk8s.metallb.io/vrf': 'red' } })],
    does: { ...nothing, remove: [known('b', { labels: { ...labels, 'frrk8s.metallb.io/vrf': 'red' } })] },
  },
  {
    case: 'two objects for one session: the younger goes',
    known: [known('a', { created: '2026-01-02T00:00:00Z' }), known('b')],
    does: { ...nothing, remove: [known('a', { created: '2026-01-02T00:00:00Z' })] },
  },
  {
    case: 'two of the same age: the second by name goes',
    known: [known('b'), known('a')],
    does: { ...nothing, remove: [known('b')] },
  },
  {
    case: 'labels that nobody here would have written',
    known: [known('a', { labels: { 'frrk8s.metallb.io/node': 'n1' } })],
    does: { ...nothing, create: one, remove: [known('a', { labels: { 'frrk8s.metallb.io/node': 'n1' } })] },
  },
  {
    case: 'the pod of before owns it',
    known: [known('a', { ownerReferences: [{ ...owner, uid: '0' }] })],
    does: { ...nothing, own: [known('a', { ownerReferences: [{ ...owner, uid: '0' }] })] },
  },
])('$case', ({ known: objects, sessions = one, does }) => {
  expect(plan(objects, sessions, owner)).toEqual(does)
})

test('without a pod, owners are left alone', () => {
  expect(plan([known('a', { ownerReferences: [] })], one, undefined)).toEqual(nothing)
})
