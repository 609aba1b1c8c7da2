import { createKubeClient } from '@frrkit/k8s'
import { runKubectl } from '@frrkit/kubectl'
import { type ApiServer, createApiServer, frrkitWebhook } from '@frrkit/testing/api-server'
import { runWebhook, type WebhookEnd, type WebhookOptions } from '../src/index.ts'

export const namespace = 'frr-k8s-system'
export const service = 'frr-k8s-webhook-service'
export const apiVersion = 'frrk8s.metallb.io/v1beta1'

/** An API server with the objects of the manifests that a webhook needs, and as many webhooks as a test starts. */
export type Cluster = {
  readonly server: ApiServer
  /** Resolves when it serves; the Service leads to the last one that was started. */
  start(options?: Partial<WebhookOptions>): Promise<Running>
  /** `kubectl <verb> -f -`, and all that it says. */
  kubectl(verb: string, object: object): Promise<string>
  close(): Promise<void>
}

export type Running = {
  readonly port: number
  readonly lines: readonly string[]
  readonly ended: Promise<WebhookEnd>
  stop(): Promise<WebhookEnd>
}

export async function startCluster(): Promise<Cluster> {
  const services: Record<string, string> = {}
  const server = await createApiServer({ namespaces: [namespace], services })
  for (const name of ['node-0', 'node-1']) {
    const labels = { 'kubernetes.io/hostname': name }
    server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels } })
  }
  server.put(emptySecret)
  server.put(frrkitWebhook({ namespace, name: service }))
  const running = new Set<Running>()

  return {
    server,
    async start(options = {}) {
      const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
      const stop = new AbortController()
      const lines: string[] = []
      const say = (_: object, line: string) => void lines.push(line)
      const serving = Promise.withResolvers<number>()
      const run = async () => {
        const log = { info: say, warn: say }
        const given = { kube, namespace, log, host: '127.0.0.1', port: 0, signal: stop.signal, ...options }
        const end = await runWebhook({ ...given, serving: serving.resolve })
        await kube.close()
        return end
      }
      const ended = run()
      // Whoever ends before it serves has failed.
      const port = await Promise.race([serving.promise, ended.then((end) => Promise.reject(new Error(end)))])
      services[`${namespace}/${service}`] = `https://127.0.0.1:${port}`
      const one = {
        port,
        lines,
        ended,
        stop: () => {
          stop.abort()
          return ended
        },
      }
      running.add(one)
      return one
    },
    async kubectl(verb, object) {
      const stdin = JSON.stringify(object)
      const { stdout, stderr } = await runKubectl([verb, '-f', '-'], { kubeconfig: server.kubeconfigPath, stdin })
      return stdout + stderr
    },
    async close() {
      await Promise.all([...running].map((one) => one.stop()))
      await server.close()
    },
  }
}

export const emptySecret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'frr-k8s-webhook-server-cert', namespace },
  type: 'Opaque',
}

/** An FRRConfiguration with one router and one neighbor; `on` names the node it is for. */
export function frrConfiguration(
  name: string,
  { on, asn = 64_512, neighbor = {}, bgp = {}, in: where = namespace }: Spec = {},
) {
  const nodeSelector = on === undefined ? {} : { nodeSelector: { matchLabels: { 'kubernetes.io/hostname': on } } }
  const routers = [{ asn, neighbors: [{ address: '192.0.2.1', asn: 64_513, ...neighbor }] }]
  return {
    apiVersion,
    kind: 'FRRConfiguration',
    metadata: { name, namespace: where },
    spec: { ...nodeSelector, bgp: { routers, ...bgp } },
  }
}

type Spec = {
  readonly on?: string
  readonly asn?: number
  readonly neighbor?: object
  readonly bgp?: object
  readonly in?: string
}
