import { createKubeClient, type KubeClient } from '@frrkit/k8s'
import type { ConfigSource, Snapshot } from '@frrkit/plugin'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sourceCrd } from './source-crd.ts'

const apiVersion = 'frrk8s.metallb.io/v1beta1'
const namespace = 'frr-system'

let server: ApiServer
let kube: KubeClient
let source: ConfigSource
let stop: AbortController
let watching: Promise<void> | undefined
let calls: number
let heard: (() => void)[]
let said: string[]

beforeEach(async () => {
  server = await createApiServer({ namespaces: [namespace] })
  // A hundred times as fast, for the pauses between tries.
  const clock = {
    now: () => performance.now() * 100,
    setTimer: (ms: number, fn: () => void) => {
      const timer = setTimeout(fn, ms / 100)
      return () => clearTimeout(timer)
    },
  }
  kube = createKubeClient({ kubeconfig: server.kubeconfigPath, clock, deadline: 500_000 })
  said = []
  const say = (_: object, message: string) => {
    said.push(message)
    tell()
  }
  source = sourceCrd({ kube, namespace, nodeName: 'worker-1', log: { info: say, warn: say } })
  stop = new AbortController()
  calls = 0
  heard = []
  watching = undefined
  server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-1', labels: { rack: 'r1' } } })
})
afterEach(async () => {
  stop.abort()
  await watching
  await kube.close()
  await server.close()
})

function configuration(name: string, neighbor: object = {}): void {
  const neighbors = [{ address: '192.0.2.2', asn: 64_513, ...neighbor }]
  server.put({
    apiVersion,
    kind: 'FRRConfiguration',
    metadata: { name, namespace },
    spec: { bgp: { routers: [{ asn: 64_512, neighbors }] } },
  })
}

function secret(name: string, password: string): void {
  const data = { password: Buffer.from(password).toString('base64') }
  const type = 'kubernetes.io/basic-auth'
  server.put({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, type, data })
}

function watch(): void {
  watching = source.watch(() => {
    calls += 1
    tell()
  }, stop.signal)
}

function tell(): void {
  for (const listen of heard.splice(0)) listen()
}

/** The next call of `changed`, or line of the log. */
function news(): Promise<void> {
  return new Promise((resolve) => heard.push(resolve))
}

const read = () => source.read(stop.signal)
const names = ({ objects }: Snapshot) => objects.map(({ object }) => `${object.kind} ${object.name}`)
const passwords = ({ secrets }: Snapshot) =>
  Object.fromEntries(secrets.map(({ name, data }) => [name, Buffer.from(data.password ?? []).toString()]))

/** The first snapshot that is so, read as the daemon does: after each call of `changed`. */
async function until(so: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
  for (;;) {
    const before = calls
    const snapshot = await read()
    if (so(snapshot)) return snapshot
    if (calls === before) await news()
  }
}

describe('what is read', () => {
  test('the objects of the namespace, the labels of our node, the Secrets that are referred to', async () => {
    configuration('edge', { passwordSecret: { name: 'tor' } })
    secret('tor', 's3cret')
    secret('other', 'another')
    server.put({
      apiVersion,
      kind: 'FRRConfiguration',
      metadata: { name: 'elsewhere', namespace: 'default' },
      spec: {},
    })
    server.put({
      apiVersion,
      kind: 'FRRK8sConfiguration',
      metadata: { name: 'config', namespace },
      spec: { logLevel: 'debug' },
    })
    server.put({ apiVersion, kind: 'FRRK8sConfiguration', metadata: { name: 'another', namespace }, spec: {} })
    server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-2' } })
    const once = await read()
    expect(names(once)).toEqual(['FRRConfiguration edge', 'FRRK8sConfiguration config'])
    expect(once).toMatchObject({ facts: { labels: { rack: 'r1' } }, problems: [], complete: true })
    expect(passwords(once)).toEqual({ tor: 's3cret' })
    watch()
    expect(await until(() => true)).toEqual(once)
  })

  test('an object: who it is, its spec, and nothing that only the API server needs', async () => {
    const metadata = { name: 'edge', namespace, labels: { team: 'net' }, annotations: { note: 'x' } }
    server.put({ apiVersion, kind: 'FRRConfiguration', metadata, spec: { raw: { rawConfig: 'x' } }, status: {} })
    const [edge] = (await read()).objects
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
    server.put({
      apiVersion,
      kind: 'FRRConfiguration',
      metadata: { name: 'going', namespace, finalizers: ['example.com/x'], deletionTimestamp: '2026-01-01T00:00:00Z' },
      spec: {},
    })
    expect(names(await read())).toEqual(['FRRConfiguration going'])
  })

  test('only our own node, and no Secret at all while none is referred to', async () => {
    configuration('edge')
    watch()
    await until(() => true)
    expect(server.requests({ resource: 'nodes' }).map(({ query }) => query.fieldSelector)).toEqual(
      server.requests({ resource: 'nodes' }).map(() => 'metadata.name=worker-1'),
    )
    expect(server.requests({ resource: 'secrets' })).toEqual([])
  })

  test('nothing before all of it was listed', async () => {
    configuration('edge')
    const fault = server.faults.hang({ match: { resource: 'nodes', verb: 'list' } })
    const first = read()
    watch()
    await server.nextRequest({ resource: 'frrconfigurations', verb: 'watch' })
    expect(calls).toBe(0)
    fault.stop()
    expect(names(await first)).toEqual(['FRRConfiguration edge'])
  })

  test.each([
    { case: 'with objects', objects: ['edge'], complete: false, codes: ['crd/node'] },
    { case: 'without objects, when nobody needs it', objects: [], complete: true, codes: [] },
  ])('our Node is not there $case', async ({ objects, complete, codes }) => {
    server.remove({ kind: 'Node', name: 'worker-1' })
    for (const name of objects) configuration(name)
    const snapshot = await read()
    expect(snapshot.problems.map(({ code }) => code)).toEqual(codes)
    expect(snapshot.complete).toBe(complete)
  })
})

describe('what changes', () => {
  test('a Secret that rotates, comes later, or is referred to later', async () => {
    configuration('edge', { passwordSecret: { name: 'tor' } })
    secret('old', 'there before')
    watch()
    expect(passwords(await until(() => true))).toEqual({})
    secret('tor', 'first')
    await until((snapshot) => passwords(snapshot).tor === 'first')
    secret('tor', 'second')
    await until((snapshot) => passwords(snapshot).tor === 'second')
    configuration('core', { address: '192.0.2.6', passwordSecret: { name: 'old' } })
    const both = await until((snapshot) => names(snapshot).length === 2)
    expect(passwords(both)).toEqual({ tor: 'second', old: 'there before' })
    server.remove({ kind: 'FRRConfiguration', namespace, name: 'edge' })
    expect(passwords(await until((snapshot) => names(snapshot).length === 1))).toEqual({ old: 'there before' })
    server.remove({ kind: 'Secret', namespace, name: 'old' })
    await until((snapshot) => Object.keys(passwords(snapshot)).length === 0)
  })

  test('labels of the node; its heartbeats are no change', async () => {
    configuration('edge')
    watch()
    const before = await until(() => true)
    const at = calls
    const status = { conditions: [{ type: 'Ready', lastHeartbeatTime: 'now' }] }
    server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-1', labels: { rack: 'r1' } }, status })
    server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-1', labels: { rack: 'r2' } }, status })
    const after = await until(({ facts }) => facts?.labels?.rack === 'r2')
    expect(calls).toBe(at + 1)
    expect(after.objects[0]).toBe(before.objects[0])
  })

  test('while the API server is away everything stays, and one line says so', async () => {
    configuration('edge')
    watch()
    const before = await until(() => true)
    await server.faults.goAway()
    while (said.length === 0) await news()
    expect(await read()).toEqual(before)
    await server.faults.comeBack()
    configuration('core')
    await until((snapshot) => names(snapshot).length === 2)
    while (said.length === 1) await news()
    expect(said).toEqual([
      expect.stringMatching(
        /^(list|watch) .*: connect ECONNREFUSED .*; what is known of the cluster stays, trying again$/,
      ),
      'the API server answers again',
    ])
  })

  test('what nobody may read is told, and nothing is decided without it', async () => {
    configuration('edge')
    watch()
    await until(() => true)
    const fault = server.faults.answer({ code: 403, message: 'secrets is forbidden', match: { resource: 'secrets' } })
    configuration('edge', { passwordSecret: { name: 'tor' } })
    await expect(until(() => false)).rejects.toThrow('list secrets in frr-system: secrets is forbidden (403)')
    const well = news()
    fault.stop()
    await well
    expect(names(await until(() => true))).toEqual(['FRRConfiguration edge'])
  })
})

test.each([
  { case: 'no namespace', options: { nodeName: 'worker-1' }, says: 'the option namespace is missing' },
  { case: 'no node name', options: { namespace }, says: 'the option nodeName is missing' },
])('$case', ({ options, says }) => {
  expect(() => sourceCrd({ kube, ...options } as never)).toThrow(says)
})
