import { type Origin, parsePrefix } from '@frrkit/model'
import { aDocument } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { prefixList } from './prefix-list.ts'

const service = (name: string): Origin => ({
  object: { kind: 'Service', namespace: 'default', name },
  path: 'status.loadBalancer.ingress[0].ip',
})
const path = 'spec.bgp.routers[0].prefixes'
const names = (list: ReturnType<typeof prefixList>) =>
  list.map(({ value, origins }) => `${value.text} ${origins.map(({ object }) => object.name).join()}`)

test('each prefix of a translated document has the origin that its place has', () => {
  const origins = { [path]: [service('web'), service('nonsense'), service('dns'), service('mail')] }
  const document = { ...aDocument(), origins }
  const texts = ['198.51.100.9/32', 'nonsense', '198.51.100.7/32', '198.51.100.9/32']
  expect(names(prefixList(document, path, texts, parsePrefix))).toEqual(['198.51.100.7/32 dns', '198.51.100.9/32 web'])
})

test('a list with one origin has it for each of its prefixes', () => {
  const document = { ...aDocument(), origins: { [path]: service('web') } }
  expect(names(prefixList(document, path, ['198.51.100.7/32'], parsePrefix))).toEqual(['198.51.100.7/32 web'])
})

test('what nobody translated is its own origin', () => {
  const document = aDocument({}, { name: 'edge' })
  expect(names(prefixList(document, path, ['198.51.100.7/32'], parsePrefix))).toEqual(['198.51.100.7/32 edge'])
})
