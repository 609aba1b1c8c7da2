import { runKubectl } from '@frrkit/kubectl'
import { createApiServer } from '@frrkit/testing/api-server'
import { expect, test, vi } from 'vitest'
import { chart, helm } from '../src/helm.ts'
import { namespace, renderChart } from '../src/render-chart.ts'

// The first call of helm or kubectl on a machine unpacks it, which takes seconds.
vi.setConfig({ testTimeout: 60_000 })

test('helm installs, upgrades and removes the chart on a server without our CRDs', async () => {
  const server = await createApiServer({ namespaces: [namespace], crds: [] })
  try {
    const install = (verb: string, ...more: readonly string[]) =>
      helm([verb, 'frr-k8s', chart, '--namespace', namespace, ...more], server.kubeconfigPath)
    expect(await install('install')).toContain('STATUS: deployed')
    for (const { kind, metadata } of await renderChart()) {
      const name = { kind, name: metadata.name, ...(metadata.namespace && { namespace: metadata.namespace }) }
      expect(server.get(name), kind).toBeDefined()
    }
    // What the webhook has written into its Secret survives an upgrade.
    const secret = { kind: 'Secret', namespace, name: 'frr-k8s-webhook-server-cert' }
    server.put({
      ...server.get(secret),
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { ...secret },
      data: { 'ca.crt': 'YQ==' },
    })
    await install('upgrade', '--set', 'frrk8s.logLevel=debug')
    expect(server.get(secret)).toMatchObject({ data: { 'ca.crt': 'YQ==' } })
    expect(JSON.stringify(server.get({ kind: 'DaemonSet', namespace, name: 'frr-k8s' }))).toContain('--log-level=debug')
    await helm(['uninstall', 'frr-k8s', '--namespace', namespace], server.kubeconfigPath)
    expect(server.list('DaemonSet', { namespace })).toEqual([])
  } finally {
    await server.close()
  }
})

test('kubectl applies the manifest for everything, twice', async () => {
  const server = await createApiServer({ crds: [] })
  try {
    const file = new URL('../manifests/frr-k8s.yaml', import.meta.url).pathname
    const apply = () => runKubectl(['apply', '--filename', file], { kubeconfig: server.kubeconfigPath })
    expect(await apply()).toMatchObject({ code: 0, stderr: '' })
    const { stdout } = await apply()
    const again = stdout.trimEnd().split('\n')
    expect(again.filter((line) => !line.endsWith(' unchanged'))).toEqual([])
    expect(again.length).toBeGreaterThan(15)
  } finally {
    await server.close()
  }
})
