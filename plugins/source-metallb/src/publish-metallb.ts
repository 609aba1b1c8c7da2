import type { KubeClient, Log } from '@frrkit/k8s'
import { publish } from './cluster/publish.ts'
import { type MetallbOptions, settingsOf } from './options.ts'

export type PublishMetallbOptions = MetallbOptions & {
  /** The cluster; `createKubeClient()` of @frrkit/k8s. */
  readonly kube: KubeClient
  /** The Node that is published for. */
  readonly nodeName: string
  /** Our pod, in MetalLB's namespace, which owns the ServiceBGPStatuses. */
  readonly podName?: string
  readonly log?: Log
  readonly signal: AbortSignal
}

/**
 * Keeps the FRRConfiguration `metallb-<node>` as MetalLB's objects say, for whoever reads FRRConfigurations on that node;
 * until the signal aborts. What is published stays then.
 */
export async function publishMetallb(options: PublishMetallbOptions): Promise<void> {
  const { kube, nodeName, podName, log = { info: () => {}, warn: () => {} }, signal } = options
  const settings = settingsOf(options)
  const pod = podName === undefined ? undefined : { namespace: settings.metallbNamespace, name: podName }
  await publish({ kube, settings, nodeName, pod, log, signal })
}
