import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aNode, anAdvertisement, aPeer, aPool, aService, aSlice, usual } from '../test/objects.ts'
import { createTranslate } from './translate.ts'

const input = { objects: usual, secrets: [], node: 'worker-1' }
const replaced = (kind: string, by: (typeof usual)[number]) =>
  usual.map((object) => (object.object.kind === kind ? by : object))

test.each([
  { case: 'the same objects', objects: [...usual] },
  { case: 'another order', objects: usual.toReversed() },
  {
    case: 'another slice that says the same',
    objects: replaced('EndpointSlice', aSlice([{}, { nodeName: 'worker-2' }])),
  },
  {
    case: 'a node that has said something else',
    objects: replaced('Node', aNode({}, { conditions: [{ type: 'Ready', status: 'True' }] })),
  },
  { case: 'another service, which is not announced', objects: [...usual, aService({ ips: [] }, 'other')] },
])('$case: the same document', ({ objects }) => {
  const translate = createTranslate()
  const { documents } = translate(input)
  expect(documents).toHaveLength(1)
  expect(translate({ ...input, objects }).documents[0]).toEqual(documents[0])
})

test.each([
  { case: 'the same objects', objects: [...usual] },
  {
    case: 'another slice that says the same',
    objects: replaced('EndpointSlice', aSlice([{}, { nodeName: 'worker-2' }])),
  },
  {
    case: 'a node that has said something else',
    objects: replaced('Node', aNode({}, { conditions: [{ type: 'Ready', status: 'True' }] })),
  },
])('$case: the same JavaScript object', ({ objects }) => {
  const translate = createTranslate()
  const { documents } = translate(input)
  expect(translate({ ...input, objects }).documents[0]).toBe(documents[0])
})

const service = fc.record({
  ip: fc.integer({ min: 0, max: 12 }),
  gold: fc.boolean(),
  ready: fc.boolean(),
  peer: fc.constantFrom(undefined, 'tor', 'spine'),
})
const world = fc.record({
  services: fc.array(service, { maxLength: 6 }),
  length: fc.constantFrom(32, 30, 28),
  localPref: fc.constantFrom(0, 100, 200),
  excluded: fc.boolean(),
})

/** Objects that are remembered by what they say, so that one that stays the same is the same JavaScript object. */
const kept = new Map<string, (typeof usual)[number]>()
function keep(object: (typeof usual)[number]) {
  const text = JSON.stringify(object)
  const known = kept.get(text) ?? object
  kept.set(text, known)
  return known
}

// What is remembered hangs on the identity of objects: the copies know nothing of before.
test('a translation that remembers answers what one answers that does not', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(world, { minLength: 2, maxLength: 6 }), (worlds) => {
      const remembering = createTranslate()
      for (const { services, length, localPref, excluded } of worlds) {
        const gold = { serviceSelectors: [{ matchLabels: { tier: 'gold' } }], localPref }
        const objects = [
          aNode(excluded ? { 'node.kubernetes.io/exclude-from-external-load-balancers': '' } : {}),
          aPeer(),
          aPeer({ peerAddress: '192.0.2.2' }, 'spine'),
          aPool(['198.51.100.0/28']),
          anAdvertisement({ aggregationLength: length, peers: ['tor'] }),
          anAdvertisement(gold, 'gold'),
          ...services.flatMap(({ ip, gold: golden, ready }, i) => [
            aService({ ips: [`198.51.100.${ip}`], labels: golden ? { tier: 'gold' } : {} }, `s${i}`),
            aSlice([{ conditions: { ready, serving: false } }], { service: `s${i}` }),
          ]),
        ].map(keep)
        const given = { objects, secrets: [], node: 'worker-1' }
        expect(remembering(given)).toEqual(createTranslate()(structuredClone(given)))
      }
    }),
    { numRuns: 100 },
  )
})
