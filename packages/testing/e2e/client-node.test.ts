import {
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  type KubernetesListObject,
  type KubernetesObject,
  makeInformer,
} from '@kubernetes/client-node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClusterUnderTest, clusterUnderTest } from '../src/api-server/index.ts'

let cluster: ClusterUnderTest
const config = new KubeConfig()
beforeAll(async () => {
  cluster = await clusterUnderTest()
  config.loadFromFile(cluster.kubeconfigPath)
}, 60_000)
afterAll(() => cluster.cleanup(), 60_000)

const place = { group: 'frrk8s.metallb.io', version: 'v1beta1', plural: 'frrconfigurations' }
const object = (name: string) => ({
  apiVersion: 'frrk8s.metallb.io/v1beta1',
  kind: 'FRRConfiguration',
  metadata: { name },
})

test('the official client writes and reads', async () => {
  const custom = config.makeApiClient(CustomObjectsApi)
  const where = { ...place, namespace: cluster.namespace }
  await custom.createNamespacedCustomObject({ ...where, body: object('edge') })
  expect(await custom.getNamespacedCustomObject({ ...where, name: 'edge' })).toMatchObject(object('edge'))
  const absent = custom.getNamespacedCustomObject({ ...where, name: 'absent' })
  await expect(absent).rejects.toMatchObject({ code: 404 })
  const core = config.makeApiClient(CoreV1Api)
  const body = { metadata: { name: 'session' }, stringData: { password: 'x' } }
  await core.createNamespacedSecret({ namespace: cluster.namespace, body })
  const { items } = await core.listNamespacedSecret({
    namespace: cluster.namespace,
    fieldSelector: 'metadata.name=session',
  })
  expect(items).toMatchObject([{ data: { password: 'eA==' } }])
})

test('its informer follows, and lists again after 410', async () => {
  const custom = config.makeApiClient(CustomObjectsApi)
  const where = { ...place, namespace: cluster.namespace }
  const path = `/apis/${place.group}/${place.version}/namespaces/${cluster.namespace}/${place.plural}`
  const list = (): Promise<KubernetesListObject<KubernetesObject>> => custom.listNamespacedCustomObject(where)
  const informer = makeInformer<KubernetesObject>(config, path, list)
  const seen: string[] = []
  informer.on('add', ({ metadata }) => void seen.push(metadata?.name ?? ''))
  await informer.start()
  await custom.createNamespacedCustomObject({ ...where, body: object('first') })
  await expect.poll(() => seen).toContain('first')
  cluster.server?.faults.expireWatches()
  await custom.createNamespacedCustomObject({ ...where, body: object('second') })
  await expect.poll(() => seen).toContain('second')
  await informer.stop()
})
