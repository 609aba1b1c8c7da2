import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClusterUnderTest, clusterUnderTest } from '@frrkit/testing/api-server'
import { startFakeDaemon } from '@frrkit/vty/fake'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccountOfChart, accountOfChart } from './account-of-chart.ts'
import { lacking, refused } from './asked.ts'
import { neighbor } from './neighbor.ts'
import { freePort, scrape } from './scrape.ts'
import { startFrrkit, wordsOf } from './start-from-chart.ts'

const apiVersion = 'frrk8s.metallb.io/v1beta1'
const rbac = 'rbac.authorization.k8s.io/v1'
const shown = 'show bgp vrf all neighbors json'

let cluster: ClusterUnderTest
let chart: AccountOfChart
let folder: string
let nodeName: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frrkit-deploy-'))
  cluster = await clusterUnderTest()
  const { namespace, objects } = cluster
  nodeName = `${namespace}-node`
  chart = await accountOfChart(cluster, join(folder, 'kubeconfig'))
  await objects.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: nodeName } })
  const pod = { nodeName, containers: [{ name: 'controller', image: 'frrkit' }] }
  await objects.put({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } })
  await objects.put({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'frr-k8s-x', namespace }, spec: pod })
  await letPrometheusIn()
})
afterAll(async () => {
  for (const [kind, name] of outside()) await cluster.objects.remove({ apiVersion: apiVersions[kind], kind, name })
  await chart.remove()
  await cluster.cleanup()
  await rm(folder, { recursive: true })
})

const apiVersions = { Node: 'v1', FRRNodeState: apiVersion, ClusterRole: rbac, ClusterRoleBinding: rbac } as const

/** What no namespace takes along. */
const outside = () =>
  [
    ['Node', nodeName],
    ['FRRNodeState', nodeName],
    ['ClusterRole', `${cluster.namespace}-scrapes`],
    ['ClusterRoleBinding', `${cluster.namespace}-scrapes`],
  ] as const

async function letPrometheusIn(): Promise<void> {
  const { namespace, objects } = cluster
  const metadata = { name: `${namespace}-scrapes` }
  const subjects = [{ kind: 'ServiceAccount', name: 'prometheus', namespace }]
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: metadata.name }
  const rules = [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }]
  for (const name of ['prometheus', 'stranger'])
    await objects.put({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } })
  await objects.put({ apiVersion: rbac, kind: 'ClusterRole', metadata, rules })
  await objects.put({ apiVersion: rbac, kind: 'ClusterRoleBinding', metadata, subjects, roleRef })
}

test('what the daemon asks, started with the arguments of the chart, is granted', async () => {
  const { namespace, objects, server } = cluster
  const port = await freePort()
  const bgpd = await startFakeDaemon({
    daemon: 'bgpd',
    vtyDir: folder,
    shows: { [shown]: JSON.stringify({ default: { '192.0.2.2': { bgpState: 'Active' } } }) },
  })
  await objects.put(neighbor(namespace, 'edge', 64_513))
  server?.forgetRequests()
  const pod = { 'spec.nodeName': nodeName, 'metadata.namespace': namespace, 'metadata.name': 'frr-k8s-x' }
  const frrkit = startFrrkit([
    ...wordsOf(chart.named('DaemonSet', 'frr-k8s'), pod),
    `--kubeconfig=${join(folder, 'kubeconfig')}`,
    `--vty-dir=${folder}`,
    `--frr-conf=${join(folder, 'frr.conf')}`,
    `--metrics-bind-address=127.0.0.1:${port}`,
    '--frr-metrics-bind-address=0',
    '--health-probe-bind-address=127.0.0.1:0',
  ])
  await expect.poll(session).toMatchObject({ peer: '192.0.2.2', bgpStatus: 'Active' })
  const as = async (account: string) => scrape(port, (await cluster.accountOf(account)).token)
  expect(await as('prometheus')).toBe(200)
  expect(await as('stranger')).toBe(403)
  expect(await scrape(port, 'nobody')).toBe(401)
  // The second conflict is the first one again, and counts up.
  for (const times of [1, 2]) {
    await objects.put(neighbor(namespace, 'other', 64_999))
    await expect.poll(conversion).toContain('objects ask for different values')
    await expect.poll(conflictsOfEdge).toBe(times)
    await objects.remove({ apiVersion, kind: 'FRRConfiguration', namespace, name: 'other' })
    await expect.poll(conversion).not.toContain('objects ask for different values')
  }
  bgpd.answer(shown, '{}')
  await expect.poll(session).toBeUndefined()
  expect(await frrkit.stop()).toBe(0)
  await bgpd.stop()
  expect(frrkit.logged()).not.toContain('forbidden')
  if (server === undefined) return
  expect(refused(server)).toEqual([])
  expect(lacking(server, daemonAsks)).toEqual([])
})

/** What is worth a permission; a request that comes besides is refused where it is not granted, and seen above. */
const daemonAsks = {
  frrconfigurations: 'get list watch',
  frrk8sconfigurations: 'list watch',
  nodes: 'list watch',
  secrets: 'list watch',
  frrnodestates: 'list watch create',
  'frrnodestates/status': 'patch',
  bgpsessionstates: 'list watch create delete',
  'bgpsessionstates/status': 'patch',
  pods: 'get',
  events: 'create get patch',
  tokenreviews: 'create',
  subjectaccessreviews: 'create',
}

async function session(): Promise<unknown> {
  const [found] = await cluster.objects.list('BGPSessionState', { apiVersion, namespace: cluster.namespace })
  return found?.status
}

async function conversion(): Promise<string> {
  const state = await cluster.objects.get({ apiVersion, kind: 'FRRNodeState', name: nodeName })
  return String(Object(state?.status).lastConversionResult)
}

/** How often the one that stays was told. */
async function conflictsOfEdge(): Promise<unknown> {
  const events = await cluster.objects.list('Event', { apiVersion: 'v1', namespace: cluster.namespace })
  const told = events.find(
    ({ reason, involvedObject }) => reason === 'Conflict' && Object(involvedObject).name === 'edge',
  )
  return told?.count
}
