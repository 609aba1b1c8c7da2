import { parseFrrConfiguration, type SourceObject } from '@frrkit/model'
import { type ClusterView, judge } from '@frrkit/webhook/judge'
import type { Case } from './cases.ts'
import { configuration, prefixesOf } from './objects.ts'

const racks = 20
const scope = { namespace: 'frr-k8s-system', allNamespaces: false }

/**
 * A new object for all nodes, looked at beside all that is stored: half of the objects are for one node each, as MetalLB
 * writes them, a few for every node, the others for those of a rack.
 */
export function admission(nodes: number, objects: number, prefixes: number): Case {
  return {
    name: `admission, ${nodes} nodes, ${objects} × ${prefixes}`,
    prepare: async () => {
      const view: ClusterView = {
        nodes: Array.from({ length: nodes }, (_, i) => ({
          name: `node-${i}`,
          labels: { 'kubernetes.io/hostname': `node-${i}`, 'kubernetes.io/os': 'linux', rack: `rack-${i % racks}` },
        })),
        documents: Array.from({ length: objects }, (_, i) => {
          const matchLabels = selectorOf(i, nodes, objects)
          const parsed = parseFrrConfiguration(
            selecting(configuration(`object-${i}`, prefixesOf(i, prefixes)), matchLabels),
          )
          if (!parsed.ok) throw new Error('BUG: the objects of the benchmark are refused')
          return parsed.value.document
        }),
      }
      let round = 0
      return () => {
        round++
        const object = configuration('new', prefixesOf(objects + (round % 100), prefixes))
        if (judge({ object }, view, scope).denial !== undefined)
          throw new Error('BUG: the object of the benchmark is denied')
      }
    },
  }
}

function selectorOf(i: number, nodes: number, objects: number): Readonly<Record<string, string>> {
  if (i < Math.min(nodes, objects / 2)) return { 'kubernetes.io/hostname': `node-${i}` }
  return i < objects * 0.98 ? { rack: `rack-${i % racks}` } : {}
}

function selecting(object: SourceObject, matchLabels: Readonly<Record<string, string>>): SourceObject {
  const { spec } = object.body as { readonly spec: object }
  return { ...object, body: { spec: { ...spec, nodeSelector: { matchLabels } } } }
}
