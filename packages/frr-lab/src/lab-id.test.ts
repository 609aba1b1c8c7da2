import { expect, test } from 'vitest'
import { labId, namespaceOf, parseLabName } from './lab-id.ts'

const owner = { pid: 4711, startTicks: 123456 }

test('the name of a namespace says whose it is', () => {
  const lab = labId(owner, 2)
  expect(lab).toBe('fk-3mv-2n9c-2')
  expect(namespaceOf(lab, 'tor-a')).toBe('fk-3mv-2n9c-2-tor-a')
  expect(parseLabName('fk-3mv-2n9c-2-tor-a')).toEqual({ lab, ...owner, node: 'tor-a' })
  expect(parseLabName(lab)).toEqual({ lab, ...owner })
})

test('a name is short enough for a VRF of FRR, on the largest machine after years', () => {
  const lab = labId({ pid: 4_194_304, startTicks: 100 * 86_400 * 365 * 3 }, 1295)
  expect(namespaceOf(lab, 'a-long-named').length).toBeLessThan(36)
})

test.each([
  { case: 'another tool', name: 'cni-1234' },
  { case: 'our letters, another shape', name: 'fk-a' },
  { case: 'not the whole name', name: 'x-fk-3mv-2n9c-2-a' },
  { case: 'capital letters', name: 'fk-3MV-2n9c-2-a' },
])('not ours: $case', ({ name }) => {
  expect(parseLabName(name)).toBeUndefined()
})

test.each(['', 'A', '1a', 'a b', 'a/b', 'a-name-of-13-', 'ä'])('no name for a node: "%s"', (name) => {
  const message = `a node's name is 1 to 12 of a-z, 0-9 and "-", beginning with a letter; got "${name}"`
  expect(() => namespaceOf('fk-a-b-1', name)).toThrow(new Error(message))
})
