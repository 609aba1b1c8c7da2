import type { KubeClient } from './client.ts'
import { findOwner, type OwnerReference, type Pod } from './find-owner.ts'
import { done, type KubeResult } from './kube-error.ts'

/** Who owns what a daemon writes: its pod, looked up until that succeeds once; nobody where there is none. */
export function ownPod(
  kube: KubeClient,
  pod: Pod | undefined,
  signal: AbortSignal,
): () => Promise<KubeResult<OwnerReference | undefined>> {
  let known: KubeResult<OwnerReference | undefined> | undefined = pod === undefined ? done : undefined
  return async () => {
    if (known !== undefined || pod === undefined) return known ?? done
    const found = await findOwner(kube, pod, signal)
    if (found.ok) known = found
    return found
  }
}
