import { createKubeClient } from '@frrkit/k8s'
import { configSourceConforms } from '@frrkit/testing'
import { createApiServer } from '@frrkit/testing/api-server'
import { sourceCrd } from './source-crd.ts'

configSourceConforms('source-crd', async () => {
  const server = await createApiServer()
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  const put = (name: string) =>
    server.put({
      apiVersion: 'frrk8s.metallb.io/v1beta1',
      kind: 'FRRConfiguration',
      metadata: { name, namespace: 'frr-system' },
      spec: {},
    })
  put('edge')
  return {
    source: sourceCrd({ kube, namespace: 'frr-system', nodeName: 'worker-1' }),
    change: async () => {
      put('core')
    },
    close: async () => {
      await kube.close()
      await server.close()
    },
  }
})
