import type { Call } from '../call.ts'
import { isFields, type KubeObject } from '../kube-object.ts'
import { partialMetadata } from './partial-metadata.ts'
import { type TableOptions, tableOf } from './table.ts'

/** How a client wants objects: as they are, as rows of a table, or only their metadata. */
export type Presentation = {
  /** The body of an answer: one object, a list, or a Status, which stays what it is. */
  readonly body: (body: object) => object
  /** The object of a watch event; it remembers what was sent before. */
  readonly event: (object: object) => object
}

export function presentation(call: Call): Presentation {
  const wanted = /;as=(\w+)/.exec((call.headers.accept ?? '').split(',')[0] ?? '')?.[1]
  switch (wanted) {
    case 'Table':
      return asTable(call)
    case 'PartialObjectMetadata':
    case 'PartialObjectMetadataList':
      return { body: asMetadata, event: asMetadata }
    default:
      return { body: (body) => body, event: (object) => object }
  }
}

function asTable({ resource, query, now }: Call): Presentation {
  let withColumns = true
  const include = (query.get('includeObject') ?? 'Metadata') as TableOptions['include']
  const table = (objects: readonly KubeObject[], metadata: object): object =>
    tableOf(resource, objects, metadata, { include, withColumns, now: now() })
  return {
    body(body) {
      if (isList(body)) return table(body.items, body.metadata)
      if (!isObject(body)) return body
      return table([body], { resourceVersion: body.metadata.resourceVersion })
    },
    event(object) {
      if (!isObject(object)) return object
      const answer = table([object], { resourceVersion: object.metadata.resourceVersion })
      withColumns = false
      return answer
    },
  }
}

function asMetadata(body: object): object {
  if (isList(body)) {
    const items = body.items.map(partialMetadata)
    return { kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1', metadata: body.metadata, items }
  }
  return isObject(body) ? partialMetadata(body) : body
}

function isList(body: object): body is { readonly items: readonly KubeObject[]; readonly metadata: object } {
  return 'items' in body && Array.isArray(body.items)
}

function isObject(body: object): body is KubeObject {
  return 'kind' in body && body.kind !== 'Status' && 'metadata' in body && isFields(body.metadata)
}
