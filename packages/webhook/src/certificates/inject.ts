import { type KubeClient, type KubeObject, type KubeResult, type ObjectKey, update } from '@frrkit/k8s'
import { toBase64 } from './certificate-data.ts'

type Hook = { readonly clientConfig?: { readonly caBundle?: string } }

/** Tells the API server which CA to trust, for every webhook of the configuration; nothing is written if it knows. */
export function injectCa(
  kube: KubeClient,
  key: ObjectKey,
  ca: string,
  signal: AbortSignal,
): Promise<KubeResult<KubeObject>> {
  const caBundle = toBase64(ca)
  return update(
    kube,
    key,
    (found) => {
      const webhooks = Array.isArray(found.webhooks) ? (found.webhooks as readonly Hook[]) : []
      if (webhooks.every(({ clientConfig }) => clientConfig?.caBundle === caBundle)) return undefined
      const told = webhooks.map((hook) => ({ ...hook, clientConfig: { ...hook.clientConfig, caBundle } }))
      return { ...found, webhooks: told }
    },
    { signal },
  )
}
