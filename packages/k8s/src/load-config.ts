import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js'
import type { ClientNode } from './load-client-node.ts'

/** Which API server, and who we are to it. */
export type ConfigPlace = {
  /** A kubeconfig file; without it the first there is of: KUBECONFIG, the pod's service account, ~/.kube/config. */
  readonly kubeconfig?: string
  /** A context of the kubeconfig, instead of its current one. */
  readonly context?: string
  /** Where the file system of the pod begins, for the files of the service account. */
  readonly podRoot?: string
  readonly env?: Readonly<Record<string, string | undefined>>
}

const serviceAccount = '/var/run/secrets/kubernetes.io/serviceaccount'

/** Whether this process runs in a pod that may talk to its API server. */
export function isInCluster({ podRoot = '', env = process.env }: ConfigPlace = {}): boolean {
  return Boolean(env.KUBERNETES_SERVICE_HOST) && existsSync(`${podRoot}${serviceAccount}/token`)
}

/** The configuration, its current context chosen; throws when there is none, or it names no API server. */
export function loadConfig(place: ConfigPlace, { KubeConfig: Config }: Pick<ClientNode, 'KubeConfig'>): KubeConfig {
  const { kubeconfig, context, podRoot = '', env = process.env } = place
  const config = new Config()
  const home = join(homedir(), '.kube', 'config')
  if (kubeconfig !== undefined) config.loadFromFile(kubeconfig)
  else if (env.KUBECONFIG) config.loadFromDefault()
  else if (isInCluster(place)) config.loadFromCluster(podRoot)
  else if (existsSync(home)) config.loadFromFile(home)
  else throw new Error('there is no kubeconfig, and this is no pod with a service account')
  if (context !== undefined) config.setCurrentContext(context)
  const cluster = config.getCurrentCluster()
  if (cluster === null) {
    throw new Error(`the kubeconfig has no context ${config.getCurrentContext() ?? ''} that names one of its clusters`)
  }
  // client-node refuses http:// unless nobody wants to verify a certificate; kubectl takes it, and so do we.
  if (cluster.server.startsWith('http:')) Object.assign(cluster, { skipTLSVerify: true })
  return config
}
