import type { KubeClient, Log } from '@frrkit/k8s'
import type { MetricBoard } from '@frrkit/plugin'
import { createAnnounced } from './cluster/announced.ts'
import { metallbMetrics } from './cluster/metrics.ts'
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
  /** Gets the metrics of MetalLB's speaker. */
  readonly board?: MetricBoard
  readonly signal: AbortSignal
}

/**
 * Keeps the FRRConfiguration `metallb-<node>` as MetalLB's objects say, for whoever reads FRRConfigurations on that node;
 * until the signal aborts. What is published stays then.
 */
export async function publishMetallb(options: PublishMetallbOptions): Promise<void> {
  const { kube, nodeName, podName, board, log = { info: () => {}, warn: () => {} }, signal } = options
  const settings = settingsOf(options)
  const pod = podName === undefined ? undefined : { namespace: settings.metallbNamespace, name: podName }
  const announced = createAnnounced()
  board?.offer(() => metallbMetrics(nodeName, announced))
  await publish({ kube, settings, nodeName, pod, log, announced, signal })
}
