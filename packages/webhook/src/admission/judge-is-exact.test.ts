import type { FrrConfigurationSpec } from '@frrkit/api'
import { formatProblem, parseFrrConfiguration, selects } from '@frrkit/model'
import { aDocument, aSourceObject } from '@frrkit/testing'
import { type Arbitrary, array, assert, constantFrom, option, property, record } from 'fast-check'
import { test } from 'vitest'
import { standingErrors } from './check.ts'
import { errorsOf } from './everywhere.ts'
import { judge } from './judge.ts'

const hosts = ['n0', 'n1', 'n2']
const nodes = hosts.map((name) => ({ name, labels: { host: name, any: 'yes' } }))

const few = <T>(...values: readonly T[]) => constantFrom(...values)
const neighbor = record(
  {
    address: few('192.0.2.1', '192.0.2.2'),
    asn: few(64_513, 64_514),
    port: few(179, 1179),
    password: few('a', 'b'),
    passwordSecret: few({ name: 's' }, { name: 't' }),
    addressFamilies: few<('unicast' | 'evpn')[]>(['unicast'], ['evpn']),
    bfdProfile: few('fast'),
  },
  { requiredKeys: ['address', 'asn'] },
)
const router = record(
  {
    asn: few(64_512, 64_512, 64_515),
    vrf: few('red', 'blue'),
    id: few('10.0.0.1', '10.0.0.2'),
    neighbors: array(neighbor, { maxLength: 2 }),
    evpn: few<object>({ advertiseVNIs: 'All' }, { l2vnis: [{ vni: 10 }] }, { l3vni: { vni: 10 } }),
  },
  { requiredKeys: ['asn'] },
)
const spec: Arbitrary<FrrConfigurationSpec> = record({
  nodeSelector: few<object>({}, ...hosts.map((host) => ({ matchLabels: { host } })), { matchLabels: { any: 'yes' } }),
  routers: array(router, { maxLength: 2 }),
  receiveInterval: few(100, 300),
})
  .map(({ nodeSelector, routers, receiveInterval }) => ({
    nodeSelector,
    bgp: { routers, bfdProfiles: [{ name: 'fast', receiveInterval }] },
  }))
  .filter((body) => parseFrrConfiguration(aSourceObject(body)).ok)

/** Every node for itself, with all that speak there at once. */
function deniedNodeByNode(
  written: FrrConfigurationSpec,
  before: FrrConfigurationSpec | undefined,
  specs: readonly FrrConfigurationSpec[],
) {
  const document = aDocument(written, { name: 'new' })
  const others = specs.map((one, i) => aDocument(one, { name: `old-${i}` }))
  return nodes
    .filter(({ labels }) => selects(written.nodeSelector, labels))
    .some(({ labels }) => {
      const speaking = others.filter((other) => selects(other.spec.nodeSelector, labels))
      const replaced = before === undefined ? undefined : aDocument(before, { name: 'new' })
      const known = new Set(standingErrors(speaking, replaced).map(formatProblem))
      return errorsOf([...speaking, document]).some(
        (error) =>
          !known.has(formatProblem(error)) || error.evidence.some(({ origin }) => origin.object.name === 'new'),
      )
    })
}

test('asking each document once says the same as merging all of them on each node', () => {
  assert(
    property(spec, option(spec, { nil: undefined }), array(spec, { maxLength: 4 }), (written, before, specs) => {
      const write = {
        object: aSourceObject(written, { name: 'new' }),
        ...(before !== undefined && { before: aSourceObject(before, { name: 'new' }) }),
      }
      const documents = specs.map((one, i) => aDocument(one, { name: `old-${i}` }))
      const namespace = documents[0]?.object.namespace ?? aDocument().object.namespace
      const { denial } = judge(write, { documents, nodes }, { namespace, allNamespaces: false })
      return (denial !== undefined) === deniedNodeByNode(written, before, specs)
    }),
    { numRuns: 150 },
  )
})
