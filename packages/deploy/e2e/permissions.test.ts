import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ApiServer, connect, createApiServer } from '@frrkit/testing/api-server'
import { startFakeDaemon } from '@frrkit/vty/fake'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Manifest } from '../src/manifest.ts'
import { grantsOf, isGranted } from '../src/rbac.ts'
import { namespace, renderChart } from '../src/render-chart.ts'
import { lacking, refused } from './asked.ts'
import { startFrrkit, wordsOf } from './start-from-chart.ts'

const account = 'frr-k8s-controller'
const apiVersion = 'frrk8s.metallb.io/v1beta1'
const shown = 'show bgp vrf all neighbors json'

let objects: readonly Manifest[]
let server: ApiServer
let folder: string
let ports: { readonly metrics: number; readonly webhook: number }

beforeAll(async () => {
  objects = await renderChart()
  const grants = grantsOf(objects, account)
  ports = { metrics: await freePort(), webhook: await freePort() }
  server = await createApiServer({
    namespaces: [namespace],
    requireToken: true,
    users: { admin: { username: 'admin' }, daemon: { username: account }, prometheus: { username: 'prometheus' } },
    authorize: ({ username }, access) =>
      username === 'admin' ||
      (username === account ? isGranted(grants, access) : 'path' in access && access.path === '/metrics'),
    services: { [`${namespace}/frr-k8s-webhook-service`]: `https://127.0.0.1:${ports.webhook}` },
  })
  for (const object of objects.filter(({ kind }) => kind !== 'CustomResourceDefinition')) server.put(object)
  folder = await mkdtemp(join(tmpdir(), 'frrkit-deploy-'))
  await writeFile(join(folder, 'kubeconfig'), server.kubeconfig.replace('token: admin', 'token: daemon'))
  server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-1' } })
  const labels = { 'app.kubernetes.io/component': 'frr-k8s' }
  server.put({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'frr-k8s-x', namespace, labels },
    spec: { nodeName: 'worker-1' },
  })
  server.forgetRequests()
  // The first call of helm on a machine unpacks it.
}, 60_000)
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

test('what the daemon asks, started with the arguments of the chart, is granted', async () => {
  const bgpd = await startFakeDaemon({
    daemon: 'bgpd',
    vtyDir: folder,
    shows: { [shown]: JSON.stringify({ default: { '192.0.2.2': { bgpState: 'Active' } } }) },
  })
  server.put(neighbor('edge', 64_513))
  const frrkit = startFrrkit([
    ...words('DaemonSet'),
    `--vty-dir=${folder}`,
    `--frr-conf=${join(folder, 'frr.conf')}`,
    `--metrics-bind-address=127.0.0.1:${ports.metrics}`,
    '--frr-metrics-bind-address=0',
    '--health-probe-bind-address=127.0.0.1:0',
  ])
  const session = () => server.list('BGPSessionState', { namespace })[0]?.status
  await expect.poll(session).toMatchObject({ peer: '192.0.2.2', bgpStatus: 'Active' })
  expect(await scrape('prometheus')).toBe(200)
  await twice(async () => {
    server.put(neighbor('other', 64_999))
    await expect.poll(conversion).toContain('objects ask for different values')
    server.remove({ kind: 'FRRConfiguration', namespace, name: 'other' })
    await expect.poll(conversion).not.toContain('objects ask for different values')
  })
  // The second conflict is the first one again, and counts up.
  await expect.poll(() => server.requests({ resource: 'events', verb: 'patch' }).length).toBeGreaterThan(0)
  bgpd.answer(shown, '{}')
  await expect.poll(session).toBeUndefined()
  expect(await frrkit.stop()).toBe(0)
  await bgpd.stop()
  expect(refused(server)).toEqual([])
  expect(lacking(server, daemonAsks)).toEqual([])
})

test('what the webhook asks is granted; it judges, and cleans up', async () => {
  server.forgetRequests()
  server.put({ apiVersion, kind: 'FRRNodeState', metadata: { name: 'gone' } })
  const frrkit = startFrrkit([...words('Deployment'), '--webhook-port', String(ports.webhook)])
  await expect.poll(() => frrkit.logged()).toContain('the webhook serves')
  const { ask } = connect(server.kubeconfig)
  const create = async (body: object) =>
    (await ask('POST', `/apis/${apiVersion}/namespaces/${namespace}/frrconfigurations`, { body })).body
  expect(await create(neighbor('conflicting', 64_999))).toMatchObject({
    kind: 'Status',
    message: expect.stringContaining('frrconfigurationsvalidationwebhook.metallb.io" denied the request'),
  })
  expect(await create(neighbor('fitting', 64_513))).toMatchObject({ kind: 'FRRConfiguration' })
  await expect.poll(() => server.get({ kind: 'FRRNodeState', name: 'gone' })).toBeUndefined()
  expect(await frrkit.stop()).toBe(0)
  expect(refused(server)).toEqual([])
  expect(lacking(server, webhookAsks)).toEqual([])
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
const webhookAsks = {
  frrconfigurations: 'list',
  nodes: 'list watch',
  pods: 'list watch',
  frrnodestates: 'list watch delete',
  bgpsessionstates: 'list watch',
  secrets: 'get list watch update',
  validatingwebhookconfigurations: 'get list watch update',
}

async function twice(act: () => Promise<void>): Promise<void> {
  await act()
  await act()
}

const conversion = () =>
  String(Object(server.get({ kind: 'FRRNodeState', name: 'worker-1' })?.status).lastConversionResult)

function words(kind: string): readonly string[] {
  const workload = objects.find((object) => object.kind === kind)
  if (workload === undefined) throw new Error(`no ${kind}`)
  const pod = { 'spec.nodeName': 'worker-1', 'metadata.namespace': namespace, 'metadata.name': 'frr-k8s-x' }
  return [...wordsOf(workload, pod), '--kubeconfig', join(folder, 'kubeconfig')]
}

const neighbor = (name: string, asn: number) => ({
  apiVersion,
  kind: 'FRRConfiguration',
  metadata: { name, namespace },
  spec: {
    bgp: { routers: [{ asn: 64_512, neighbors: [{ address: '192.0.2.2', asn, passwordSecret: { name: 'tor' } }] }] },
  },
})

function scrape(token: string): Promise<number | undefined> {
  const options = {
    port: ports.metrics,
    path: '/metrics',
    headers: { authorization: `Bearer ${token}` },
    rejectUnauthorized: false,
  }
  return new Promise((resolve, reject) => {
    get(options, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const listening = createServer().listen(0, '127.0.0.1', () => {
      const address = listening.address()
      listening.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
