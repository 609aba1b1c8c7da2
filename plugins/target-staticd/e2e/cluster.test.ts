import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLab, type Frr, type Lab, requireLab, startFrr, waitFor } from '@frrkit/frr-lab'
import { type ClusterUnderTest, clusterUnderTest, frrkitCrds, type KubeObject } from '@frrkit/testing/api-server'
import { loadAll } from 'js-yaml'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { staticRouteCrd } from '../test/crd.ts'
import { staticRoute } from '../test/static-route.ts'
import { type RunningFrrkit, runFrrkit } from './run-frrkit.ts'
import { installed } from './static-routes.ts'

type Told = { readonly reason?: string; readonly involvedObject?: { readonly name?: string } }
const rbac = 'rbac.authorization.k8s.io/v1'
const account = { kind: 'ServiceAccount', name: 'daemon' }

/** Of our kind, the rights that an operator is asked to grant, of others all: what the daemon has anyway, deploy tries. */
function grantsIn(namespace: string): readonly KubeObject[] {
  const text = readFileSync(join(import.meta.dirname, '../rbac.yaml'), 'utf8')
  const asked = text.replaceAll('frr-k8s-system', namespace).replace('frr-k8s-controller', account.name)
  const metadata = { name: `${namespace}-usual` }
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: metadata.name }
  const rules = [{ apiGroups: ['', 'frrk8s.metallb.io'], resources: ['*'], verbs: ['*'] }]
  return [
    { apiVersion: 'v1', kind: account.kind, metadata: { name: account.name, namespace } },
    ...(loadAll(asked) as readonly KubeObject[]),
    { apiVersion: rbac, kind: 'ClusterRole', metadata, rules },
    { apiVersion: rbac, kind: 'ClusterRoleBinding', metadata, roleRef, subjects: [{ ...account, namespace }] },
  ]
}

describe.runIf(await requireLab())('objects of a cluster', () => {
  let lab: Lab
  let frr: Frr
  let cluster: ClusterUnderTest
  let nodeName: string
  let frrkit: RunningFrrkit
  let dir: string

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'frrkit-staticd-'))
    lab = await createLab({ name: 'target-staticd-cluster' })
    const [a, b] = [await lab.node('node'), await lab.node('peer')]
    await lab.link(a, b, { a: ['192.0.2.1/24'], b: ['192.0.2.2/24'] })
    frr = await startFrr(a)
    cluster = await clusterUnderTest({ crds: [...frrkitCrds(), staticRouteCrd() as KubeObject] })
    const { namespace, objects } = cluster
    nodeName = `${namespace}-node`
    await objects.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: nodeName, labels: { rack: 'r1' } } })
    for (const object of grantsIn(namespace)) await objects.put(object)
    const kubeconfig = join(dir, 'kubeconfig')
    await writeFile(kubeconfig, (await cluster.accountOf(account.name)).kubeconfig)
    const place = { apiVersion: 'static.frrkit.dev/v1alpha1', plural: 'staticroutes' }
    const plugins = {
      'source-crd': { kinds: [{ ...place, kind: 'StaticRoute' }] },
      'status-events': { kinds: { StaticRoute: place } },
    }
    const words = ['--namespace', namespace, '--kubeconfig', kubeconfig, '--node-name', nodeName]
    const health = ['--health-probe-bind-address', '0']
    frrkit = await runFrrkit(frr, { file: join(dir, 'frrkit.conf'), plugins }, ...words, ...health)
  })
  afterAll(async () => {
    await frrkit?.stop()
    const { objects, namespace } = cluster
    await objects.remove({ apiVersion: 'v1', kind: 'Node', name: nodeName })
    for (const kind of ['ClusterRoleBinding', 'ClusterRole'])
      await objects.remove({ apiVersion: rbac, kind, name: `${namespace}-usual` })
    await cluster.cleanup()
    await lab?.stop()
    await rm(dir, { recursive: true, force: true })
  })

  const inNamespace = (name: string, spec: object) => {
    const { metadata, ...body } = staticRoute(name, spec).body as KubeObject
    return { ...body, metadata: { ...metadata, namespace: cluster.namespace } } as KubeObject
  }
  const put = (name: string, spec: object) => cluster.objects.put(inNamespace(name, spec))
  const remove = (name: string) =>
    cluster.objects.remove({ ...inNamespace(name, {}), name, namespace: cluster.namespace })
  const told = (name: string, reason: string) =>
    waitFor(
      `an Event ${reason} at StaticRoute ${name}`,
      async () => {
        const { namespace } = cluster
        const events = (await cluster.objects.list('Event', { apiVersion: 'v1', namespace })) as readonly Told[]
        return events.some((event) => event.involvedObject?.name === name && event.reason === reason) || undefined
      },
      { within: 60_000 },
    )
  const nodeSelector = { matchLabels: { rack: 'r1' } }

  test('become routes where the labels of the Node say so, change, and go', async () => {
    await put('elsewhere', { prefix: '10.9.0.0/16', blackhole: 'drop', nodeSelector: { matchLabels: { rack: 'r2' } } })
    await put('storage', { prefix: '10.20.0.0/16', nextHops: [{ address: '192.0.2.2' }], nodeSelector })
    await installed(frr, '10.20.0.0/16 1 via 192.0.2.2 eth0')
    await told('storage', 'Accepted')
    await put('storage', { prefix: '10.21.0.0/16', nextHops: [{ address: '192.0.2.2' }], nodeSelector })
    await installed(frr, '10.21.0.0/16 1 via 192.0.2.2 eth0')
    await put('core', { prefix: '10.21.0.0/16', blackhole: 'drop' })
    await told('core', 'Conflict')
    await remove('core')
    await remove('storage')
    await installed(frr)
  })
})
