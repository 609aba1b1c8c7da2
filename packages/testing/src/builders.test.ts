import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { aFullModel, fullModelPassword } from './a-full-model.ts'
import { aNeighbor } from './a-neighbor.ts'
import { aPrefix } from './a-prefix.ts'
import { deepFreeze } from './deep-freeze.ts'

test.each([
  { case: 'nothing said', overrides: {}, name: '192.0.2.1', families: ['ipv4'] },
  { case: 'an IPv6 address', overrides: { address: '2001:db8::7' }, name: '2001:db8::7', families: ['ipv6'] },
  { case: 'an interface', overrides: { interface: 'eth5' }, name: 'eth5', families: ['ipv4', 'ipv6'] },
])('name and families of a neighbor follow from its peer: $case', ({ overrides, name, families }) => {
  expect(aNeighbor(overrides)).toMatchObject({ name, families })
})

test('an interface has no address', () => {
  expect(aNeighbor({ interface: 'eth5' })).not.toHaveProperty('address')
})

test('a prefix that is none is a mistake in the test', () => {
  expect(() => aPrefix('192.0.2.0')).toThrow('BUG: 192.0.2.0 is no prefix')
})

test('the password of the full model does not print', () => {
  expect(JSON.stringify(aFullModel()) + inspect(aFullModel(), { depth: null })).not.toContain(fullModelPassword)
})

test('a frozen model refuses to be written to, at any depth', () => {
  const { routers } = deepFreeze(aFullModel())
  expect(() => Object.assign(routers[0]?.neighbors[0]?.advertise ?? {}, { all: [] })).toThrow(TypeError)
})
