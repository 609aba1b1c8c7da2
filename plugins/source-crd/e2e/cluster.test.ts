import { createKubeClient, type KubeClient } from '@frrkit/k8s'
import { type ClusterUnderTest, clusterUnderTest } from '@frrkit/testing/api-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type Reader, readAsDaemon } from './read-as-daemon.ts'

const apiVersion = 'frrk8s.metallb.io/v1beta1'
const kinds = { FRRConfiguration: apiVersion, FRRK8sConfiguration: apiVersion, Secret: 'v1', Node: 'v1' }

type Kind = keyof typeof kinds

let cluster: ClusterUnderTest
let kube: KubeClient
let reader: Reader
let nodeName: string

beforeAll(async () => {
  cluster = await clusterUnderTest()
  kube = createKubeClient({ kubeconfig: cluster.kubeconfigPath })
  nodeName = `${cluster.namespace}-node`
}, 60_000)
afterAll(async () => {
  await kube.close()
  await cluster.cleanup()
}, 60_000)
beforeEach(async () => {
  reader = readAsDaemon({ kube, namespace: cluster.namespace, nodeName })
  await put('Node', nodeName, {}, { labels: { rack: 'r1' } })
})
afterEach(async () => {
  await reader.stop()
  await remove('Node', nodeName)
  for (const kind of ['FRRConfiguration', 'FRRK8sConfiguration', 'Secret'] as const) {
    const found = await kube.list(collection(kind))
    if (found.ok) await Promise.all(found.value.map(({ metadata }) => remove(kind, metadata.name)))
  }
})

function collection(kind: Kind) {
  const namespace = kind === 'Node' ? {} : { namespace: cluster.namespace }
  return { apiVersion: kinds[kind], plural: `${kind.toLowerCase()}s`, ...namespace }
}

async function put(kind: Kind, name: string, rest: object, metadata: object = {}): Promise<void> {
  const body = { apiVersion: kinds[kind], kind, metadata: { name, ...metadata }, ...rest }
  const applied = await kube.patch({ ...collection(kind), name }, body, { type: 'apply', force: true })
  if (!applied.ok) throw new Error(applied.error.words)
}

async function remove(kind: Kind, name: string): Promise<void> {
  await kube.delete({ ...collection(kind), name })
}

function configuration(name: string, neighbor: object = {}): Promise<void> {
  const neighbors = [{ address: '192.0.2.2', asn: 64_513, ...neighbor }]
  return put('FRRConfiguration', name, { spec: { bgp: { routers: [{ asn: 64_512, neighbors }] } } })
}

function secret(name: string, password: string): Promise<void> {
  const data = { password: Buffer.from(password).toString('base64') }
  return put('Secret', name, { type: 'kubernetes.io/basic-auth', data })
}

describe('what is read', () => {
  test('the objects of the namespace, the labels of our node, the Secrets that are referred to', async () => {
    await configuration('edge', { passwordSecret: { name: 'tor' } })
    await secret('tor', 's3cret')
    await secret('other', 'another')
    await put('FRRK8sConfiguration', 'config', { spec: { logLevel: 'debug' } })
    await put('FRRK8sConfiguration', 'another', { spec: {} })
    const once = await reader.read()
    expect(reader.names(once)).toEqual(['FRRConfiguration edge', 'FRRK8sConfiguration config'])
    expect(once).toMatchObject({ facts: { labels: { rack: 'r1' } }, problems: [], complete: true })
    expect(reader.passwords(once)).toEqual({ tor: 's3cret' })
    reader.watch()
    expect(await reader.until(() => true)).toEqual(once)
  })

  test('an object: who it is, its spec, and nothing that only the API server needs', async () => {
    await put(
      'FRRConfiguration',
      'edge',
      { spec: { raw: { rawConfig: 'x' } } },
      { labels: { team: 'net' }, annotations: { note: 'x' } },
    )
    const [edge] = (await reader.read()).objects
    const { namespace } = cluster
    expect(edge).toEqual({
      object: { kind: 'FRRConfiguration', namespace, name: 'edge', created: expect.stringMatching(/^\d{4}-.*Z$/) },
      apiVersion,
      unknownFields: 'prune',
      body: {
        apiVersion,
        kind: 'FRRConfiguration',
        metadata: { namespace, name: 'edge' },
        spec: { raw: { rawConfig: 'x' } },
      },
    })
  })

  test('an object that waits for a finalizer still counts', async () => {
    await put('FRRConfiguration', 'going', { spec: {} }, { finalizers: ['frrkit.test/wait'] })
    await remove('FRRConfiguration', 'going')
    expect(reader.names(await reader.read())).toEqual(['FRRConfiguration going'])
    await put('FRRConfiguration', 'going', { spec: {} }, { finalizers: [] })
    expect(reader.names(await reader.read())).toEqual([])
  })

  test.each([
    { case: 'with objects', objects: ['edge'], complete: false, codes: ['crd/node'] },
    { case: 'without objects, when nobody needs it', objects: [], complete: true, codes: [] },
  ])('our Node is not there $case', async ({ objects, complete, codes }) => {
    await remove('Node', nodeName)
    for (const name of objects) await configuration(name)
    const snapshot = await reader.read()
    expect(snapshot.problems.map(({ code }) => code)).toEqual(codes)
    expect(snapshot.complete).toBe(complete)
  })
})

test('objects of the kinds that plugins read, which come and go like our own', async () => {
  const { namespace } = cluster
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'uplinks.frrkit.test' },
    spec: {
      group: 'frrkit.test',
      names: { kind: 'Uplink', plural: 'uplinks', listKind: 'UplinkList', singular: 'uplink' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: anything } }],
    },
  }
  const definitions = { apiVersion: definition.apiVersion, plural: 'customresourcedefinitions' }
  const uplinks = { apiVersion: 'frrkit.test/v1', plural: 'uplinks', namespace }
  const uplink = (name: string) => ({
    apiVersion: uplinks.apiVersion,
    kind: 'Uplink',
    metadata: { name },
    spec: { name },
  })
  const others = [{ apiVersion: uplinks.apiVersion, kind: 'Uplink', plural: 'uplinks' }]
  const own = readAsDaemon({ kube, namespace, nodeName, kinds: others })
  onTestFinished(async () => {
    await own.stop()
    await kube.delete({ ...definitions, name: definition.metadata.name })
  })

  await expect(own.read()).rejects.toThrow('uplinks')
  expect(await kube.create(definitions, definition)).toMatchObject({ ok: true })
  expect(await untilServed(() => kube.create(uplinks, uplink('a')))).toMatchObject({ ok: true })
  expect(await own.read()).toMatchObject({
    objects: [{ apiVersion: uplinks.apiVersion, body: { spec: { name: 'a' } } }],
  })
  own.watch()
  await configuration('edge')
  await kube.create(uplinks, uplink('b'))
  await own.until((found) => own.names(found).join() === 'FRRConfiguration edge,Uplink a,Uplink b')
  await kube.delete({ ...uplinks, name: 'a' })
  await own.until((found) => own.names(found).join() === 'FRRConfiguration edge,Uplink b')
})

const anything = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }

/** A real API server serves a new kind a moment after it took its definition. */
async function untilServed<T extends { readonly ok: boolean }>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    const answer = await ask()
    if (answer.ok || tries === 50) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

describe('what changes', () => {
  test('a Secret that rotates, comes later, or is referred to later', async () => {
    const { until, passwords, names } = reader
    await configuration('edge', { passwordSecret: { name: 'tor' } })
    await secret('old', 'there before')
    reader.watch()
    expect(passwords(await until(() => true))).toEqual({})
    await secret('tor', 'first')
    await until((snapshot) => passwords(snapshot).tor === 'first')
    await secret('tor', 'second')
    await until((snapshot) => passwords(snapshot).tor === 'second')
    await configuration('core', { address: '192.0.2.6', passwordSecret: { name: 'old' } })
    const both = await until((snapshot) => names(snapshot).length === 2)
    expect(passwords(both)).toEqual({ tor: 'second', old: 'there before' })
    await remove('FRRConfiguration', 'edge')
    expect(passwords(await until((snapshot) => names(snapshot).length === 1))).toEqual({ old: 'there before' })
    await remove('Secret', 'old')
    await until((snapshot) => Object.keys(passwords(snapshot)).length === 0)
  })

  test('labels of the node; its heartbeats are no change', async () => {
    await configuration('edge')
    reader.watch()
    const before = await reader.until(() => true)
    const at = reader.calls()
    await put('Node', nodeName, {}, { labels: { rack: 'r1' }, annotations: { heartbeat: 'now' } })
    await put('Node', nodeName, {}, { labels: { rack: 'r2' } })
    const after = await reader.until(({ facts }) => facts?.labels?.rack === 'r2')
    expect(reader.calls()).toBe(at + 1)
    expect(after.objects[0]).toBe(before.objects[0])
  })
})
