import { hostname } from 'node:os'
import type { KubeClient } from '@frrkit/k8s'
import type { PluginChoice, Settings } from './settings.ts'

/** What plugins that read from a cluster, or write to one, are given beside their own options. */
export type ClusterContext = {
  /** One for all of them. */
  readonly kube: KubeClient
  readonly namespace: string
  readonly nodeName: string
}

/** The namespace of the reference's manifests. */
const usualNamespace = 'frr-k8s-system'

/** Undefined when none of the plugins could want it: nothing of a Kubernetes client is loaded then. */
export async function clusterContext({
  plugins,
  cluster,
  facts,
}: Pick<Settings, 'plugins' | 'cluster' | 'facts'>): Promise<ClusterContext | undefined> {
  if (!plugins.some(wantsCluster)) return undefined
  const { createKubeClient } = await import('@frrkit/k8s')
  const kube = createKubeClient(cluster)
  return {
    kube,
    namespace: await namespaceOf(kube, cluster.namespace),
    nodeName: facts.hostname ?? hostname(),
  }
}

function wantsCluster({ name, options }: PluginChoice): boolean {
  // Metrics for everybody on this machine are asked for without tokens, and nobody has to say whose they are.
  if ('metricsSecure' in options && options.metricsSecure === false) return false
  if (name === 'source-metallb') return 'mode' in options
  return !/(^|\/)(target|reloader)-|^source-file$|^status-log$/.test(name)
}

/** The one that was named, or that of the pod or of the kubeconfig's context. Without any, the first request says what is wrong. */
export async function namespaceOf(kube: KubeClient, named: string | undefined): Promise<string> {
  if (named !== undefined && named !== '') return named
  const target = await kube.target()
  return (target.ok ? target.value.namespace : undefined) ?? usualNamespace
}
