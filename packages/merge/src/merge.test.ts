import { type NodeFacts, secret } from '@frrkit/model'
import { aDocument, deepFreeze } from '@frrkit/testing'
import { assert, constant, oneof, property, shuffledSubarray, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { peacefulDocuments, quarrellingDocuments, secrets, wildDocuments } from '../test/arbitrary.ts'
import { merge } from './merge.ts'

const facts: NodeFacts = {
  hostname: 'node-a',
  labels: { rack: 'r1' },
  alwaysBlock: [],
  logLevel: 'info',
  hasIpv4: true,
}

const someDocuments = oneof(peacefulDocuments, quarrellingDocuments)

test('the order of the documents never shows, in problems neither', () => {
  const shuffled = someDocuments.chain((given) =>
    tuple(constant(given), shuffledSubarray([...given], { minLength: given.length })),
  )
  assert(
    property(shuffled, ([given, other]) => {
      const first = merge({ documents: given, secrets, facts })
      expect(JSON.stringify(merge({ documents: other, secrets, facts }))).toBe(JSON.stringify(first))
    }),
  )
})

test('documents that come twice count once', () => {
  assert(
    property(someDocuments, (documents) => {
      const twice = merge({ documents: [...documents, ...documents], secrets: [...secrets, ...secrets], facts })
      expect(JSON.stringify(twice)).toBe(JSON.stringify(merge({ documents, secrets, facts })))
    }),
  )
})

test('an object that says what others say already changes nothing but the origins', () => {
  assert(
    property(peacefulDocuments, (documents) => {
      const [first] = documents
      const merged = merge({ documents, secrets, facts })
      // Raw text is the one thing that adds up with itself; and who speaks alone, speaks for nobody else.
      if (!merged.ok || first === undefined || first.spec.raw !== undefined) return
      const echo = { ...first, object: { ...first.object, name: 'echo' } }
      const again = merge({ documents: [...documents, echo], secrets, facts })
      expect(again.ok && withoutOrigins(again.value.model)).toEqual(withoutOrigins(merged.value.model))
    }),
  )
})

test('nothing that an API server lets in makes it throw, or print a password', () => {
  assert(
    property(wildDocuments, (documents) => {
      const result = merge({ documents, secrets, facts: { ...facts, alwaysBlock: ['10.0.0.0/8'] } })
      expect(JSON.stringify(result)).not.toContain('s3cret')
    }),
    { numRuns: 300 },
  )
})

test('what comes in is left alone', () => {
  assert(
    property(someDocuments, (documents) => {
      expect(() => merge({ documents: deepFreeze(documents), secrets, facts })).not.toThrow()
    }),
  )
})

test('only a password that FRR can take reaches the model, and only in hiding', () => {
  const neighbor = { address: '192.0.2.1', asn: 65_001, passwordSecret: { name: 'bgp' } }
  const documents = [aDocument({ bgp: { routers: [{ asn: 64_512, neighbors: [neighbor] }] } })]
  const result = merge({ documents, secrets, facts })
  const password = result.ok ? result.value.model.routers[0]?.neighbors[0]?.password : undefined
  expect(password?.reveal()).toBe('s3cret')
  expect(JSON.stringify(password)).toBe(JSON.stringify(secret('s3cret')))
})

test('FRR is told the hostname of the machine, where it is not the name of the node, and an id is made from it', () => {
  const documents = [aDocument({ bgp: { routers: [{ asn: 64_512 }] } })]
  const result = merge({
    documents,
    secrets: [],
    facts: { ...facts, hasIpv4: false, hostname: 'node-a.example', frrHostname: 'dummyhostname' },
  })
  const { hostname, routers } = result.ok ? result.value.model : { routers: [] }
  expect([hostname, routers[0]?.id]).toEqual(['dummyhostname', '167.62.253.30'])
})

const spec = (holdTime: string) => ({
  bgp: {
    routers: [{ asn: 64_512, neighbors: [{ address: '192.0.2.1', asn: 65_001, holdTime, keepaliveTime: '30s' }] }],
  },
})

test('a value that was translated blames the object that a person wrote', () => {
  const peer = { object: { kind: 'BGPPeer', namespace: 'metallb-system', name: 'tor-a' }, path: 'spec.holdTime' }
  const translated = {
    ...aDocument(spec('90s'), { name: 'a' }),
    origins: { 'spec.bgp.routers[0].neighbors[0].holdTime': peer },
  }
  const result = merge({ documents: [translated, aDocument(spec('120s'), { name: 'b' })], secrets, facts })
  expect(!result.ok && result.problems.map(({ evidence }) => evidence.map(({ origin }) => origin))).toEqual([
    [peer, { object: aDocument({}, { name: 'b' }).object, path: 'spec.bgp.routers[0].neighbors[0].holdTime' }],
  ])
})

function withoutOrigins(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      /^(origins|origin|fieldOrigins|all)$/.test(key) ? undefined : inner,
    ),
  )
}
