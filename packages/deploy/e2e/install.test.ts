import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { expect, test } from 'vitest'
import { chart, helm } from '../src/helm.ts'
import { namespace, renderChart } from '../src/render-chart.ts'

async function withServer(use: (server: ApiServer) => Promise<void>): Promise<void> {
  const server = await createApiServer({ namespaces: [namespace], crds: [] })
  try {
    await use(server)
  } finally {
    await server.close()
  }
}

test('helm installs the chart on a server without our CRDs, and every object of it is there', { timeout: 60_000 }, () =>
  withServer(async (server) => {
    const installed = await helm(['install', 'frr-k8s', chart, '--namespace', namespace], server.kubeconfigPath)
    expect(installed).toContain('STATUS: deployed')
    for (const { kind, metadata } of await renderChart()) {
      expect(server.get({ kind, name: metadata.name, ...(metadata.namespace && { namespace }) }), kind).toBeDefined()
    }
  }),
)
