import { dirname } from 'node:path'
import { kubectlPath } from '@frrkit/kubectl'
import { createApiServer } from '@frrkit/testing/api-server'

/** An API server for a page whose blocks say ```console with=api-server, and the real kubectl to talk to it. */
export async function startApiServer(): Promise<{
  readonly env: Readonly<Record<string, string>>
  close(): Promise<void>
}> {
  const server = await createApiServer({ namespaces: ['frr-k8s-system'] })
  for (const name of ['worker-1', 'worker-2']) {
    server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels: { 'kubernetes.io/hostname': name } } })
  }
  const env = { KUBECONFIG: server.kubeconfigPath, PATH: dirname(await kubectlPath()) }
  return { env, close: () => server.close() }
}
