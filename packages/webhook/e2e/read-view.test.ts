import { createKubeClient, type KubeClient, type KubeError } from '@frrkit/k8s'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createReadView, type FollowedNodes, type ReadView } from '../src/admission/read-view.ts'
import { frrConfiguration, namespace } from './start-cluster.ts'

let server: ApiServer
let kube: KubeClient
beforeAll(async () => {
  server = await createApiServer()
  kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  for (const name of ['a', 'b']) server.put(frrConfiguration(name))
  server.put(frrConfiguration('a', { in: 'default' }))
})
afterAll(async () => {
  await kube.close()
  await server.close()
})

const forbidden: KubeError = { reason: 'forbidden', request: 'list nodes', words: 'no', status: 403 }
const known: FollowedNodes = { current: () => [], trouble: () => undefined }
const reader = (allNamespaces = false, nodes: FollowedNodes = known) =>
  createReadView(kube, { namespace, allNamespaces }, nodes)

async function documents(read: ReadView) {
  const viewed = await read(AbortSignal.timeout(5_000))
  return viewed.ok ? viewed.view.documents : []
}

async function names(allNamespaces: boolean): Promise<readonly string[]> {
  const found = await documents(reader(allNamespaces))
  return found.map(({ object }) => `${object.namespace}/${object.name}`).toSorted()
}

test('an object is the same document until somebody writes it', async () => {
  const read = reader()
  const [a, b] = await documents(read)
  server.put(frrConfiguration('b', { asn: 1 }))
  const [sameA, otherB] = await documents(read)
  expect([a?.object.name, b?.object.name]).toEqual(['a', 'b'])
  expect(sameA).toBe(a)
  expect(otherB).not.toBe(b)
  expect(otherB?.spec.bgp?.routers?.[0]?.asn).toBe(1)
})

test('objects of other namespaces are asked for only where they decide', async () => {
  expect(await names(false)).toEqual([`${namespace}/a`, `${namespace}/b`])
  expect(await names(true)).toEqual(['default/a', `${namespace}/a`, `${namespace}/b`])
})

test.each<{ case: string; nodes: FollowedNodes; says: string }>([
  {
    case: 'not listed yet',
    nodes: { current: () => undefined, trouble: () => undefined },
    says: 'they are not listed yet',
  },
  { case: 'not to be listed', nodes: { current: () => [], trouble: () => forbidden }, says: 'list nodes: no (403)' },
])('nodes that are $case', async ({ nodes, says }) => {
  expect(await reader(false, nodes)(AbortSignal.timeout(5_000))).toEqual({
    ok: false,
    says: `${says}\nfailed to get existing Node objects`,
  })
})
