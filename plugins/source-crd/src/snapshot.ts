import type { Problem, SecretDocument, SourceObject } from '@frrkit/model'
import type { Snapshot } from '@frrkit/plugin'
import type { KeptNode } from './keep.ts'

/** Everything that was read, as of one moment. */
export type Found = {
  readonly nodeName: string
  readonly configurations: readonly SourceObject[]
  readonly settings: readonly SourceObject[]
  /** Of the kinds that plugins read. */
  readonly others: readonly SourceObject[]
  readonly node: KeptNode | undefined
  readonly secrets: readonly SecretDocument[]
}

export function snapshotOf({ nodeName, configurations, settings, others, node, secrets }: Found): Snapshot {
  // Without objects there is nothing to select, so nobody needs the node then.
  const lost = node === undefined && configurations.length + others.length > 0
  return {
    objects: [...configurations, ...settings, ...others],
    secrets,
    ...(node !== undefined && { facts: { labels: node.labels } }),
    problems: lost ? [noNode(nodeName)] : [],
    complete: !lost,
  }
}

function noNode(nodeName: string): Problem {
  const object = { kind: 'Node', namespace: '', name: nodeName }
  return {
    code: 'crd/node',
    severity: 'error',
    subject: `Node ${nodeName}`,
    field: 'metadata.labels',
    reason: 'there is no such Node, so nobody can say which objects select it',
    evidence: [{ origin: { object, path: '' }, says: 'not found' }],
    help: 'start the daemon with the name that the Node has in the cluster (--node-name)',
  }
}
