import { findOwner, type KubeClient, type KubeResult, type OwnerReference, type Pod } from '@frrkit/k8s'

/** Who owns what we write: our pod, looked up once; nobody where there is none in MetalLB's namespace. */
export function ownPod(
  kube: KubeClient,
  pod: Pod | undefined,
  signal: AbortSignal,
): () => Promise<KubeResult<OwnerReference | undefined>> {
  let known: KubeResult<OwnerReference | undefined> | undefined = pod === undefined ? nobody : undefined
  return async () => {
    if (known !== undefined || pod === undefined) return known ?? nobody
    const found = await findOwner(kube, pod, signal)
    if (found.ok) known = found
    return found
  }
}

const nobody: KubeResult<undefined> = { ok: true, value: undefined }
