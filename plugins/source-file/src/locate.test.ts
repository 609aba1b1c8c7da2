import { expect, test } from 'vitest'
import { createLocator } from './locate.ts'

const text = `\
# the edge
apiVersion: frrk8s.metallb.io/v1beta1
kind: FRRConfiguration
metadata: {name: edge, namespace: ns}
spec:
  bgp:
    routers:
    - asn: 64512
      neighbors:
      - address: 192.0.2.1
        "holdTime": 90s
      -
        asn: 1
---
kind: List
items:
  - apiVersion: frrk8s.metallb.io/v1beta1
    kind: FRRConfiguration
    metadata: {name: listed}
    spec: {raw: {rawConfig: "x", priority: 5}}
`

const locate = createLocator({ file: 'conf/edge.yaml', text }, 'ns')
const edge = { kind: 'FRRConfiguration', namespace: 'ns', name: 'edge' }

test.each([
  { path: 'spec.bgp.routers[0].asn', place: '8:7' },
  { path: 'spec.bgp.routers[0].neighbors[0].address', place: '10:9' },
  { path: 'spec.bgp.routers[0].neighbors[0].holdTime', place: '11:9' },
  { path: 'spec.bgp.routers[0].neighbors[1]', place: '13:9' },
  { path: 'spec.bgp.routers[0].neighbors[1].asn', place: '13:9' },
  { path: 'metadata.name', place: '4:12' },
  { path: '', place: '2:1' },
  // Not written there: the nearest parent that is.
  { path: 'spec.bgp.routers[0].neighbors[0].port', place: '10:9' },
  { path: 'spec.bgp.routers[7].asn', place: '7:5' },
  { path: 'status.conditions[0]', place: '2:1' },
])('$path', ({ path, place }) => {
  expect(locate(edge, path)).toEqual(position(place))
})

test('an object in a List, without a namespace of its own', () => {
  const listed = { ...edge, name: 'listed' }
  expect(locate(listed, 'spec.raw.priority')).toEqual(position('20:34'))
})

test.each([
  { case: 'another name', object: { ...edge, name: 'other' } },
  { case: 'another kind', object: { ...edge, kind: 'Secret' } },
  { case: 'another namespace', object: { ...edge, namespace: 'other' } },
])('$case is nowhere in the file', ({ object }) => {
  expect(locate(object, 'spec')).toBeUndefined()
})

test('in a text that is no YAML nothing is found', () => {
  expect(createLocator({ file: 'a.yaml', text: 'a: [' }, 'ns')(edge, 'spec')).toBeUndefined()
})

function position(place: string) {
  const [line, column] = place.split(':').map(Number)
  return { file: 'conf/edge.yaml', line, column }
}
