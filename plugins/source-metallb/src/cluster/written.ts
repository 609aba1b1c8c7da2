import type { Collection, KubeObject, Selection } from '@frrkit/k8s'
import { apiVersion } from '@frrkit/model'
import { list, record, text } from '../untyped.ts'

export type Share = { readonly manager: string; readonly time: string; readonly fields: unknown }

/** The FRRConfiguration of a node as it stands in the cluster. */
export type Written = {
  readonly namespace: string
  readonly name: string
  readonly resourceVersion: string
  readonly spec: unknown
  readonly labels: Readonly<Record<string, string>>
  /** Who wrote what into its spec, as the API server keeps account of it: `speaker`, `kubectl-edit`. */
  readonly shares: readonly Share[]
}

export function nameFor(nodeName: string): string {
  return `metallb-${nodeName}`
}

export function writtenCollection(namespace: string, nodeName: string): Collection & Selection {
  return { apiVersion, plural: 'frrconfigurations', namespace, fieldSelector: `metadata.name=${nameFor(nodeName)}` }
}

export function keepWritten({ metadata, spec }: KubeObject): Written {
  const { namespace = '', name, resourceVersion = '', labels = {} } = metadata
  const entries = list(record(metadata).managedFields).map(record)
  const shares = entries.flatMap(({ manager, time, fieldsV1 }) => {
    const fields = record(fieldsV1)['f:spec']
    return fields === undefined ? [] : [{ manager: text(manager) ?? '', time: text(time) ?? '', fields }]
  })
  return { namespace, name, resourceVersion, spec, labels, shares }
}
