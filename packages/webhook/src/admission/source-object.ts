import type { KubeObject } from '@frrkit/k8s'
import { apiVersion, type SourceObject } from '@frrkit/model'

/** An FRRConfiguration as an API server has it; `namespace` is that of the request, where the object does not say. */
export function sourceObject({ metadata, spec }: KubeObject, namespace = ''): SourceObject {
  const { name = '', creationTimestamp: created } = metadata as Partial<KubeObject['metadata']>
  const object = {
    kind: 'FRRConfiguration',
    namespace: metadata.namespace ?? namespace,
    name,
    ...(created !== undefined && { created }),
  }
  const body = { apiVersion, kind: object.kind, metadata: {}, ...(spec !== undefined && { spec }) }
  return { object, apiVersion, body, unknownFields: 'prune' }
}
