import type { ObjectRef, SourceObject } from '@frrkit/model'
import { list, record, texts } from '../untyped.ts'

export type Node = {
  readonly object: ObjectRef
  readonly labels: Readonly<Record<string, string>>
  /** The condition that a cloud sets until it has made routes to the node. */
  readonly networkUnavailable: boolean
}

export function readNode({ object, body }: SourceObject): Node {
  const { metadata, status } = record(body)
  const conditions = list(record(status).conditions).map(record)
  return {
    object,
    labels: texts(record(metadata).labels),
    networkUnavailable: conditions.some(({ type, status: is }) => type === 'NetworkUnavailable' && is === 'True'),
  }
}
