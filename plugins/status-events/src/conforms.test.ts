import { createKubeClient } from '@frrkit/k8s'
import { statusReporterConforms } from '@frrkit/testing'
import { createApiServer } from '@frrkit/testing/api-server'
import { statusEvents } from './status-events.ts'

statusReporterConforms('status-events', async () => {
  const server = await createApiServer()
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  return {
    reporter: statusEvents({ kube, interval: 10 }),
    breakDown: () => server.faults.goAway(),
    close: async () => {
      await kube.close()
      await server.close()
    },
  }
})
