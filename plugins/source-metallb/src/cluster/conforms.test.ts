import { createKubeClient } from '@frrkit/k8s'
import type { ConfigSource, Plugin, StatusReporter } from '@frrkit/plugin'
import { configSourceConforms, statusReporterConforms } from '@frrkit/testing'
import { createApiServer, metallbResources } from '@frrkit/testing/api-server'
import { type Mode, sourceMetallb } from '../source-metallb.ts'

const namespace = 'metallb-system'

async function start(mode: Mode) {
  const server = await createApiServer({ namespaces: [namespace], resources: metallbResources })
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  const putPeer = async (name: string, peerAddress: string) => {
    const spec = { myASN: 64_500, peerASN: 64_512, peerAddress }
    server.put({ apiVersion: 'metallb.io/v1beta2', kind: 'BGPPeer', metadata: { name, namespace }, spec })
  }
  await putPeer('tor-a', '192.0.2.1')
  const plugins = sourceMetallb({ mode, kube, nodeName: 'worker-1', namespace })
  const close = async () => {
    await kube.close()
    await server.close()
  }
  return { server, plugins, putPeer, close }
}

configSourceConforms('source-metallb', async () => {
  const { plugins, putPeer, close } = await start('in-process')
  return {
    source: having('config-source/v1', plugins) as ConfigSource,
    change: () => putPeer('tor-b', '192.0.2.2'),
    close,
  }
})

const reporterOf = (mode: Mode) => async () => {
  const { server, plugins, close } = await start(mode)
  const reporter = having('status-reporter/v1', plugins) as StatusReporter
  return { reporter, breakDown: () => server.faults.goAway(), close }
}
statusReporterConforms('status-metallb', reporterOf('in-process'))
statusReporterConforms('source-metallb', reporterOf('publish'))

function having(contract: Plugin['contract'], plugins: readonly Plugin[]): Plugin | undefined {
  return plugins.find((plugin) => plugin.contract === contract)
}
