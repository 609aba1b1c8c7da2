import { Buffer } from 'node:buffer'
import type { KubeObject } from '@frrkit/k8s'
import { type ObjectRef, apiVersion as ours, type SecretDocument, type SourceObject } from '@frrkit/model'

/** What is kept of a Node: everything else of it, and above all its status, changes every few seconds. */
export type KeptNode = { readonly labels: Readonly<Record<string, string>> }

/**
 * An object without what only the API server needs (managedFields, annotations, status), so that writing those is no
 * change. An object that is being deleted still counts: it is there until its finalizers are done.
 */
export function keepObject(kind: string, apiVersion: string = ours): (found: KubeObject) => SourceObject {
  return ({ metadata, spec }) => {
    const { name, namespace = '', creationTimestamp: created } = metadata
    const object: ObjectRef = { kind, namespace, name, ...(created !== undefined && { created }) }
    const body = { apiVersion, kind, metadata: { namespace, name }, ...(spec !== undefined && { spec }) }
    return { object, apiVersion, body, unknownFields: 'prune' }
  }
}

export function keepNode({ metadata }: KubeObject): KeptNode {
  return { labels: metadata.labels ?? {} }
}

/** A Secret with its bytes; an API server vouches for base64. */
export function keepSecret({ metadata, type, data }: KubeObject): SecretDocument {
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : []
  return {
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    type: typeof type === 'string' ? type : 'Opaque',
    data: Object.fromEntries(entries.map(([key, text]) => [key, new Uint8Array(Buffer.from(String(text), 'base64'))])),
  }
}
