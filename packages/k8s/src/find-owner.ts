import type { KubeClient } from './client.ts'
import type { KubeResult } from './kube-error.ts'

export type Pod = { readonly namespace: string; readonly name: string }

/** Who an object belongs to: it vanishes with its owner. */
export type OwnerReference = {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly uid: string
}

/** A reference to the pod, which is no controller of what it owns. */
export async function findOwner(
  kube: KubeClient,
  { namespace, name }: Pod,
  signal: AbortSignal,
): Promise<KubeResult<OwnerReference>> {
  const found = await kube.get({ apiVersion: 'v1', plural: 'pods', namespace, name }, { signal })
  if (!found.ok) return found
  return { ok: true, value: { apiVersion: 'v1', kind: 'Pod', name, uid: found.value.metadata.uid ?? '' } }
}
