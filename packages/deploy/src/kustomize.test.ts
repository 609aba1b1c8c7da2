import { expect, test, vi } from 'vitest'
import { kustomize } from './kustomize.ts'

// The first call of helm or kubectl on a machine unpacks it, which takes seconds.
vi.setConfig({ testTimeout: 60_000 })

test('components go together', async () => {
  const objects = await kustomize('prometheus', 'cert-manager', 'incoming-bgp', 'rootless')
  const daemons = JSON.stringify(objects.find(({ metadata }) => metadata.name === 'frr-k8s-frr-startup'))
  expect(daemons).toContain('bgpd_options=\\"   -A 127.0.0.1 --limit-fds 100000\\"')
  const kinds = objects.map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['ServiceMonitor', 'Certificate', 'Issuer']))
  expect(kinds).not.toContain('Secret')
  const words = JSON.stringify(objects.filter(({ kind }) => kind === 'DaemonSet' || kind === 'Deployment'))
  for (const part of ['--disable-cert-rotation', '--config=/etc/frrkit/frrkit.yaml', '"runAsUser":100'])
    expect(words).toContain(part)
})

test('without the webhook nothing of it is left', async () => {
  expect((await kustomize('no-webhook')).map(({ kind }) => kind).toSorted()).toEqual([
    'ClusterRole',
    'ClusterRoleBinding',
    'ConfigMap',
    'CustomResourceDefinition',
    'CustomResourceDefinition',
    'CustomResourceDefinition',
    'CustomResourceDefinition',
    'DaemonSet',
    'Namespace',
    'Role',
    'RoleBinding',
    'ServiceAccount',
  ])
})
