import type { KubeClient, KubeResult } from '@frrkit/k8s'
import type { OwnerReference } from './plan.ts'

export type Pod = { readonly namespace: string; readonly name: string }

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
