import { createRegistry } from '@frrkit/plugin'
import { aModel, documentKindConforms, renderTargetConforms } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { contentOf, kind, target } from '../test/as-daemon.ts'
import { staticRoute } from '../test/static-route.ts'
import { targetStaticd } from './target-staticd.ts'

const storage = { prefix: '10.20.0.0/16', nextHops: [{ address: '192.0.2.1', interface: 'eth1' }] }
const objects = [
  staticRoute('storage', { ...storage, distance: 5 }),
  staticRoute('floor', { prefix: '10.20.0.0/16', blackhole: 'drop', distance: 250 }),
  staticRoute('tenant', { prefix: '2001:db8::/32', vrf: 'tenant', blackhole: 'reject' }),
]

documentKindConforms(kind, {
  objects,
  conflict: [staticRoute('edge', storage), staticRoute('core', { ...storage, distance: 9 })],
})

const content = contentOf(objects)
renderTargetConforms(target, {
  fullModel: aModel({ slots: { [kind.slot]: content.ok ? content.value.content : undefined } }),
})

test('the registry takes the kind and the target', () => {
  expect(createRegistry([targetStaticd()])).toMatchObject({ ok: true })
})

test('a model without the slot is a model without static routes', () => {
  expect(target.view(aModel())).toEqual({ ok: true, value: { routes: [], vrfs: [] } })
})

test('reports are told which objects speak on this node', () => {
  const elsewhere = staticRoute('elsewhere', { ...storage, nodeSelector: { matchLabels: { rack: 'r9' } } })
  const result = contentOf([...objects, elsewhere])
  expect(result.ok && result.value.objects?.map(({ name }) => name)).toEqual(['floor', 'storage', 'tenant'])
})
