import { createKubeClient } from '@frrkit/k8s'
import { statusReporterConforms } from '@frrkit/testing'
import { createApiServer } from '@frrkit/testing/api-server'
import { statusNodeState } from './status-node-state.ts'

statusReporterConforms('status-node-state', async () => {
  const server = await createApiServer()
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  return {
    reporter: statusNodeState({ kube, interval: 10 }),
    breakDown: () => server.faults.goAway(),
    close: async () => {
      await kube.close()
      await server.close()
    },
  }
})
