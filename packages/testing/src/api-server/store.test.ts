import { expect, test } from 'vitest'
import { createStore } from './store.ts'

const node = (name: string) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name } })

test('the list of a revision is what was there then', () => {
  const store = createStore()
  const a = store.put('nodes', node('a'))
  store.put('nodes', node('b'))
  const then = store.revision()
  store.put('nodes', { ...node('b'), changed: true })
  store.remove('nodes', a)
  store.put('nodes', node('c'))
  expect(store.list('nodes', undefined, then)).toMatchObject([node('a'), node('b')])
  expect(store.list('nodes')).toMatchObject([{ ...node('b'), changed: true }, node('c')])
})

test('changes are forgotten when there are many, the last ten thousand never', () => {
  const store = createStore()
  for (let i = 0; i <= 20_000; i += 1) store.put('nodes', node('a'))
  expect(store.since(1)).toBeUndefined()
  expect(store.since(store.revision() - 10_000)).toHaveLength(10_000)
})
