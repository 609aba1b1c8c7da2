import { expect, test } from 'vitest'
import { createStore } from './store.ts'

const spec = (asn: number) => ({ bgp: { routers: [{ asn }] } })

test('an object that comes again as it was stays the same JavaScript object', () => {
  const store = createStore<object>()
  store.replace(new Map([['ns/a', spec(1)]]))
  const [before] = store.values()
  const all = store.values()
  expect(store.put('ns/a', spec(1))).toBe(false)
  expect(store.replace(new Map([['ns/a', spec(1)]]))).toBe(false)
  expect(store.values()).toBe(all)
  expect(store.values()[0]).toBe(before)
})

test.each([
  { case: 'a list with other content', act: 'replace', objects: { 'ns/a': 2 }, differs: true },
  { case: 'a list with another name', act: 'replace', objects: { 'ns/b': 1 }, differs: true },
  { case: 'a list with one more', act: 'replace', objects: { 'ns/a': 1, 'ns/b': 1 }, differs: true },
  { case: 'an empty list', act: 'replace', objects: {}, differs: true },
  { case: 'the same list', act: 'replace', objects: { 'ns/a': 1 }, differs: false },
])('$case: differs is $differs', ({ objects, differs }) => {
  const store = createStore<object>()
  store.replace(new Map([['ns/a', spec(1)]]))
  expect(store.replace(new Map(Object.entries(objects).map(([key, asn]) => [key, spec(asn)])))).toBe(differs)
  expect(store.values()).toEqual(Object.values(objects).map(spec))
})

test('of an object that is no longer kept nothing stays', () => {
  const store = createStore<object>()
  store.put('ns/a', spec(1))
  expect(store.put('ns/a', undefined)).toBe(true)
  expect(store.put('ns/a', undefined)).toBe(false)
  expect(store.values()).toEqual([])
})
