import type { FrrConfigurationSpec } from '@frrkit/api'
import { type Document, objectName } from '@frrkit/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { merge } from './merge.ts'
import { quarantine } from './quarantine.ts'

const facts = { hostname: 'worker-1', labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: true } as const
type Router = {
  readonly asn: number
  readonly vrf?: string
  readonly evpn?: { readonly advertiseVNIs: 'All' }
  readonly neighbors?: readonly object[]
}

function document(name: string, router: Router, created?: string): Document<FrrConfigurationSpec> {
  return {
    object: { kind: 'FRRConfiguration', namespace: 'frr-system', name, ...(created !== undefined && { created }) },
    spec: { bgp: { routers: [router] } },
  }
}

const leftOut = (documents: readonly Document<FrrConfigurationSpec>[], of = facts) =>
  quarantine({ documents, secrets: [], facts: of }).leftOut.map(({ name }) => name)

test.each([
  { case: 'nothing is wrong', documents: [document('a', { asn: 1 }), document('b', { asn: 1 })], out: [] },
  {
    case: 'the newer of two',
    documents: [document('a', { asn: 1 }, '2026-02-01T00:00:00Z'), document('b', { asn: 2 }, '2026-01-01T00:00:00Z')],
    out: ['a'],
  },
  {
    case: 'by name where nobody dated them',
    documents: [document('a', { asn: 1 }), document('b', { asn: 2 })],
    out: ['b'],
  },
  {
    case: 'undated is newest',
    documents: [document('a', { asn: 1 }), document('b', { asn: 2 }, '2026-01-01T00:00:00Z')],
    out: ['a'],
  },
  {
    case: 'one against two, though it is the oldest',
    documents: [
      document('a', { asn: 1 }, '2020-01-01T00:00:00Z'),
      document('b', { asn: 2 }),
      document('c', { asn: 2 }),
    ],
    out: ['a'],
  },
  {
    case: 'bad by itself',
    documents: [document('a', { asn: 1, neighbors: [{ asn: 2 }] }), document('b', { asn: 1 })],
    out: ['a'],
  },
  {
    case: 'two conflicts that one object makes',
    documents: [
      document('a', { asn: 1 }),
      document('b', { asn: 1, neighbors: [{ address: '192.0.2.1', asn: 2 }] }),
      document('c', { asn: 3, neighbors: [{ address: '192.0.2.1', asn: 4 }] }),
    ],
    out: ['c'],
  },
])('left out: $case', ({ documents, out }) => {
  expect(leftOut(documents)).toEqual(out)
  expect(leftOut(documents.toReversed())).toEqual(out)
})

test('the problems that were removed are still told', () => {
  const { result, problems } = quarantine({
    documents: [document('a', { asn: 1 }), document('b', { asn: 2 })],
    secrets: [],
    facts,
  })
  expect(result.ok && result.value.model.routers.map(({ asn }) => asn)).toEqual([1])
  expect(problems.map(({ code, evidence }) => [code, evidence.map(({ origin }) => origin.object.name)])).toEqual([
    ['merge/conflict', ['a', 'b']],
  ])
})

test('where no object is to blame, nothing is left out and the problem stays', () => {
  const { result, leftOut: out } = quarantine({
    documents: [document('a', { asn: 1 })],
    secrets: [],
    facts: { ...facts, alwaysBlock: ['nonsense'] },
  })
  expect({ ok: result.ok, out }).toEqual({ ok: false, out: [] })
})

const neighbor = fc.record({
  address: fc.constantFrom('192.0.2.1', '192.0.2.2'),
  asn: fc.constantFrom(3, 4),
  addressFamilies: fc.constantFrom(['unicast'], ['evpn']),
})
const router = fc.record(
  {
    asn: fc.constantFrom(1, 2),
    vrf: fc.constantFrom('', 'red'),
    neighbors: fc.array(neighbor, { maxLength: 2 }),
    evpn: fc.constant({ advertiseVNIs: 'All' } as const),
  },
  { requiredKeys: ['asn', 'vrf', 'neighbors'] },
)
const created = fc.option(fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'), { nil: undefined })
const documents = fc
  .array(fc.tuple(router, created), { minLength: 1, maxLength: 6 })
  .map((all) => all.map(([spec, date], i) => document(`object-${i}`, spec, date)))

test('no smaller set would do, and none of that size that is newer', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(documents, (given) => {
      expect(leftOut(given)).toEqual(byBruteForce(given))
    }),
    { numRuns: 300 },
  )
})

test('the order of the objects does not show', () => {
  fc.assert(
    fc.property(
      documents.chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray([...given], { minLength: given.length })),
      ),
      ([given, shuffled]) => {
        expect(leftOut(shuffled)).toEqual(leftOut(given))
      },
    ),
    { numRuns: 100 },
  )
})

/** Tries every subset. */
function byBruteForce(given: readonly Document<FrrConfigurationSpec>[]): readonly string[] {
  const newest = given.toSorted((a, b) => {
    const [dateA, dateB] = [a.object.created ?? '9', b.object.created ?? '9']
    return dateA === dateB ? (objectName(a.object) < objectName(b.object) ? 1 : -1) : dateA < dateB ? 1 : -1
  })
  const subsets = Array.from({ length: 2 ** newest.length }, (_, bits) =>
    newest.filter((_document, i) => (bits >> i) & 1),
  )
  const works = subsets.filter(
    (out) => merge({ documents: given.filter((one) => !out.includes(one)), secrets: [], facts }).ok,
  )
  const size = Math.min(...works.map((out) => out.length))
  const ranks = (out: readonly Document[]) =>
    out.map((one) => newest.indexOf(one as Document<FrrConfigurationSpec>)).join()
  const best = works.filter((out) => out.length === size).toSorted((a, b) => (ranks(a) < ranks(b) ? -1 : 1))[0]
  return (best ?? []).map(({ object }) => object.name)
}
