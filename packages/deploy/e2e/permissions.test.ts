import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ApiServer, accountOn, connect, createApiServer } from '@frrkit/testing/api-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Manifest } from '../src/manifest.ts'
import { namespace, renderChart } from '../src/render-chart.ts'
import { lacking, refused } from './asked.ts'
import { neighbor } from './neighbor.ts'
import { freePort } from './scrape.ts'
import { startFrrkit, wordsOf } from './start-from-chart.ts'

const account = 'frr-k8s-controller'
const apiVersion = 'frrk8s.metallb.io/v1beta1'

let objects: readonly Manifest[]
let server: ApiServer
let folder: string
let port: number

beforeAll(async () => {
  objects = await renderChart()
  port = await freePort()
  const services = { [`${namespace}/frr-k8s-webhook-service`]: `https://127.0.0.1:${port}` }
  server = await createApiServer({ namespaces: [namespace], services })
  for (const object of objects.filter(({ kind }) => kind !== 'CustomResourceDefinition')) server.put(object)
  folder = await mkdtemp(join(tmpdir(), 'frrkit-deploy-'))
  const { kubeconfig } = await accountOn(server, namespace, account)
  await writeFile(join(folder, 'kubeconfig'), kubeconfig)
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

test('what the webhook asks is granted; it judges, and cleans up', async () => {
  server.put(neighbor(namespace, 'edge', 64_513))
  server.put({ apiVersion, kind: 'FRRNodeState', metadata: { name: 'gone' } })
  const frrkit = startFrrkit([...words('Deployment'), '--webhook-port', String(port)])
  await expect.poll(() => frrkit.logged()).toContain('the webhook serves')
  const { ask } = connect(server.kubeconfig)
  const create = async (body: object) =>
    (await ask('POST', `/apis/${apiVersion}/namespaces/${namespace}/frrconfigurations`, { body })).body
  expect(await create(neighbor(namespace, 'conflicting', 64_999))).toMatchObject({
    kind: 'Status',
    message: expect.stringContaining('frrconfigurationsvalidationwebhook.metallb.io" denied the request'),
  })
  expect(await create(neighbor(namespace, 'fitting', 64_513))).toMatchObject({ kind: 'FRRConfiguration' })
  await expect.poll(() => server.get({ kind: 'FRRNodeState', name: 'gone' })).toBeUndefined()
  expect(await frrkit.stop()).toBe(0)
  expect(refused(server)).toEqual([])
  expect(lacking(server, webhookAsks)).toEqual([])
})

/** What is worth a permission; a request that comes besides is refused where it is not granted, and seen above. */
const webhookAsks = {
  frrconfigurations: 'list',
  nodes: 'list watch',
  pods: 'list watch',
  frrnodestates: 'list watch delete',
  bgpsessionstates: 'list watch',
  secrets: 'get list watch update',
  validatingwebhookconfigurations: 'get list watch update',
}

function words(kind: string): readonly string[] {
  const workload = objects.find((object) => object.kind === kind)
  if (workload === undefined) throw new Error(`no ${kind}`)
  const pod = { 'spec.nodeName': 'worker-1', 'metadata.namespace': namespace, 'metadata.name': 'frr-k8s-x' }
  return [...wordsOf(workload, pod), '--kubeconfig', join(folder, 'kubeconfig')]
}
