import type { FrrConfigurationSpec } from '@frrkit/api'
import { type Document, selects } from '@frrkit/model'

export type KnownNode = { readonly name: string; readonly labels: Readonly<Record<string, string>> }

type Configuration = Document<FrrConfigurationSpec>

/** Nodes on which the same documents speak, so that one merge answers for all of them. */
export type NodeGroup = { readonly nodes: readonly string[]; readonly documents: readonly Configuration[] }

/** Nodes by what is selected on them. In the order of the nodes; the documents of a group in theirs. */
export function groupNodes(nodes: readonly KnownNode[], documents: readonly Configuration[]): readonly NodeGroup[] {
  const selected = selector(documents)
  const groups = new Map<string, { readonly nodes: string[]; readonly numbers: readonly number[] }>()
  for (const { name, labels } of nodes) {
    const numbers = selected(labels)
    const key = numbers.join(',')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { nodes: [name], numbers })
    else group.nodes.push(name)
  }
  return [...groups.values()].map((group) => ({
    nodes: group.nodes,
    documents: group.numbers.flatMap((number) => documents[number] ?? []),
  }))
}

/**
 * Which documents, by number, select a node with such labels. Most name a label with its value, so they are looked up by
 * one of those: thousands of documents for one node each must not be asked by hundreds of nodes.
 */
function selector(documents: readonly Configuration[]): (labels: KnownNode['labels']) => readonly number[] {
  const anywhere: number[] = []
  const byLabel = new Map<string, number[]>()
  for (const [number, { spec }] of documents.entries()) {
    const [label] = Object.entries(spec.nodeSelector?.matchLabels ?? {})
    if (label === undefined) anywhere.push(number)
    else {
      const numbers = byLabel.get(keyOf(label)) ?? []
      byLabel.set(keyOf(label), numbers)
      numbers.push(number)
    }
  }
  return (labels) => {
    const candidates = [...anywhere, ...Object.entries(labels).flatMap((label) => byLabel.get(keyOf(label)) ?? [])]
    return candidates
      .filter((number) => selects(documents[number]?.spec.nodeSelector, labels))
      .toSorted((a, b) => a - b)
  }
}

function keyOf([key, value]: readonly [string, string]): string {
  return `${key}\0${value}`
}
