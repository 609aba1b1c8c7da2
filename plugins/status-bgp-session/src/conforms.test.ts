import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKubeClient } from '@frrkit/k8s'
import { statusReporterConforms } from '@frrkit/testing'
import { createApiServer } from '@frrkit/testing/api-server'
import { startFakeDaemon } from '@frrkit/vty/fake'
import { statusBgpSession } from './status-bgp-session.ts'

statusReporterConforms('status-bgp-session', async () => {
  const vtyDir = await mkdtemp(join(tmpdir(), 'frrkit-sessions-'))
  const shows = { 'show bgp vrf all neighbors json': '{"default":{"192.0.2.1":{"bgpState":"Established"}}}' }
  const bgpd = await startFakeDaemon({ daemon: 'bgpd', vtyDir, shows })
  const server = await createApiServer({ namespaces: ['frr-system'] })
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  return {
    reporter: statusBgpSession({ kube, namespace: 'frr-system', vtyDir, every: 20 }),
    // Both whom it asks and whom it tells.
    breakDown: async () => {
      await Promise.all([bgpd.stop(), server.faults.goAway()])
    },
    close: async () => {
      await kube.close()
      await server.close()
      await bgpd.stop()
      await rm(vtyDir, { recursive: true })
    },
  }
})
