import { expect, test } from 'vitest'
import { originOf, originsOfEntries } from './document.ts'
import type { Origin } from './origin.ts'

const object = { kind: 'FRRConfiguration', namespace: 'metallb-system', name: 'metallb-worker-1' }
const written = (kind: string, path: string): Origin => ({ object: { ...object, kind, name: 'x' }, path })
const [peer, holdTime] = [written('BGPPeer', 'spec'), written('BGPPeer', 'spec.holdTime')]
const services = [written('Service', 'status.a'), written('Service', 'status.b')]
const document = {
  object,
  spec: {},
  origins: {
    'spec.neighbors[0]': peer,
    'spec.neighbors[0].holdTime': holdTime,
    'spec.neighbors[0].prefixes': services,
  },
}

test.each([
  { case: 'its own entry', path: 'spec.neighbors[0].holdTime', origin: holdTime },
  { case: 'the entry of what it is in', path: 'spec.neighbors[0].passwordSecret.name', origin: peer },
  { case: 'its place in a list', path: 'spec.neighbors[0].prefixes[1]', origin: services[1] },
  { case: 'what is inside of a place in a list', path: 'spec.neighbors[0].prefixes[1].le', origin: services[1] },
  { case: 'the first entry for a list as a whole', path: 'spec.neighbors[0].prefixes', origin: services[0] },
  { case: 'what a list is in, past its end', path: 'spec.neighbors[0].prefixes[2]', origin: peer },
  { case: 'the object itself', path: 'spec.neighbors[1]', origin: { object, path: 'spec.neighbors[1]' } },
])('the origin of a path is $case', ({ path, origin }) => {
  expect(originOf(document, path)).toEqual(origin)
})

test('a list tells the origins of its entries only where they have their own', () => {
  expect(originsOfEntries(document, 'spec.neighbors[0].prefixes')).toBe(services)
  expect(originsOfEntries(document, 'spec.neighbors[0]')).toBeUndefined()
  expect(originsOfEntries({ object, spec: {} }, 'spec.neighbors')).toBeUndefined()
})
