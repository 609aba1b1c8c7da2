import { expect, test } from 'vitest'
import type { SourceObject } from './document.ts'
import { parseFrrConfiguration } from './parse-document.ts'
import { formatProblem } from './problem.ts'

const object = { kind: 'FRRConfiguration', namespace: 'frr-system', name: 'edge', file: 'edge.yaml' }
const source = (spec: object, unknownFields: 'prune' | 'refuse' = 'refuse'): SourceObject => ({
  object,
  apiVersion: 'frrk8s.metallb.io/v1beta1',
  body: { spec },
  unknownFields,
})
const words = (given: SourceObject) => {
  const result = parseFrrConfiguration(given)
  return result.ok ? result.value.warnings.map(formatProblem) : result.problems.map(formatProblem)
}

test('an unknown field names the object, the field and the one that was meant', () => {
  expect(words(source({ nodeSelector: { labelSelector: {} } }))).toEqual([
    `FRRConfiguration frr-system/edge: spec.nodeSelector.labelSelector: no such field [document/unknown-field]
  unknown  FRRConfiguration frr-system/edge  spec.nodeSelector.labelSelector (edge.yaml)
help: did you mean matchLabels?`,
  ])
})

test('from an API server the same is a warning, for it has pruned the field', () => {
  expect(words(source({ ospf: 1 }, 'prune'))).toEqual([
    `warning: FRRConfiguration frr-system/edge: spec.ospf: no such field [document/unknown-field]
  unknown  FRRConfiguration frr-system/edge  spec.ospf (edge.yaml)
help: remove it, or see the API reference for the fields there are`,
  ])
})

test('a wrong type says what is needed and what is there', () => {
  expect(words(source({ bgp: { routers: [{ asn: '64512' }] } }))).toEqual([
    `FRRConfiguration frr-system/edge: spec.bgp.routers[0].asn: an integer is needed here [document/invalid-field]
  "64512"  FRRConfiguration frr-system/edge  spec.bgp.routers[0].asn (edge.yaml)
help: write an integer`,
  ])
})

test('a translated value blames the object that a person wrote', () => {
  const peer = { object: { kind: 'BGPPeer', namespace: 'metallb-system', name: 'tor-a' }, path: 'spec.myASN' }
  const result = parseFrrConfiguration({
    ...source({ bgp: { routers: [{ asn: -1 }] } }),
    origins: { 'spec.bgp.routers[0].asn': peer },
  })
  expect(!result.ok && result.problems[0]?.evidence).toEqual([{ origin: peer, says: '-1' }])
})

test('an object without a spec is one that asks for nothing', () => {
  expect(parseFrrConfiguration({ ...source({}), body: {} })).toEqual({
    ok: true,
    value: { document: { object, spec: {} }, warnings: [] },
  })
})
