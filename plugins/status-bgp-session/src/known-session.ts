import type { KubeObject } from '@frrkit/k8s'
import type { KnownSession } from './plan.ts'

/** What is compared of an object. */
export function knownSession({ metadata, status }: KubeObject): KnownSession {
  const { name, uid = '', creationTimestamp = '', resourceVersion = '', labels = {} } = metadata
  const { ownerReferences } = metadata as { readonly ownerReferences?: readonly unknown[] }
  return {
    name,
    uid,
    created: creationTimestamp,
    resourceVersion,
    labels,
    status: Object(status ?? {}) as KnownSession['status'],
    ownerReferences: ownerReferences ?? [],
  }
}
