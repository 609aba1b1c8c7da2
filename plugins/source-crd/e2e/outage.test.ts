import { createKubeClient, type KubeClient } from '@frrkit/k8s'
import type { Snapshot } from '@frrkit/plugin'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Reader, readAsDaemon } from './read-as-daemon.ts'

const namespace = 'frr-system'

let server: ApiServer
let kube: KubeClient
let reader: Reader

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
  reader = readAsDaemon({ kube, namespace, nodeName: 'worker-1' })
  server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-1', labels: { rack: 'r1' } } })
  configuration('edge')
})
afterEach(async () => {
  await reader.stop()
  await kube.close()
  await server.close()
})

function configuration(name: string, neighbor: object = {}): void {
  const neighbors = [{ address: '192.0.2.2', asn: 64_513, ...neighbor }]
  server.put({
    apiVersion: 'frrk8s.metallb.io/v1beta1',
    kind: 'FRRConfiguration',
    metadata: { name, namespace },
    spec: { bgp: { routers: [{ asn: 64_512, neighbors }] } },
  })
}

test('of the nodes only our own is asked for, and no Secret at all while none is referred to', async () => {
  reader.watch()
  await reader.until(() => true)
  const nodes = server.requests({ resource: 'nodes' }).map(({ query }) => query.fieldSelector)
  expect(new Set(nodes)).toEqual(new Set(['metadata.name=worker-1']))
  expect(server.requests({ resource: 'secrets' })).toEqual([])
})

test('nothing is handed over before all of it was listed', async () => {
  const fault = server.faults.hang({ match: { resource: 'nodes', verb: 'list' } })
  const first = reader.read()
  reader.watch()
  await server.nextRequest({ resource: 'frrconfigurations', verb: 'watch' })
  expect(reader.calls()).toBe(0)
  fault.stop()
  expect(reader.names(await first)).toEqual(['FRRConfiguration edge'])
})

/** `changed` is also called for each of the lists that finds nobody there, which may be after the server came back. */
async function readWhenWell(): Promise<Snapshot> {
  for (;;) {
    const called = reader.called()
    const snapshot = await reader.read().catch(() => undefined)
    if (snapshot !== undefined) return snapshot
    await called
  }
}

test('a server that is away from the start is told, and all is well once it is there', async () => {
  await server.faults.goAway()
  reader.watch()
  await expect(reader.read()).rejects.toThrow(/^list \S+.*: connect ECONNREFUSED 127\.0\.0\.1:\d+$/)
  await server.faults.comeBack()
  expect(reader.names(await readWhenWell())).toEqual(['FRRConfiguration edge'])
})

test('while the API server is away everything stays, and one line says so', async () => {
  reader.watch()
  const before = await reader.until(() => true)
  await server.faults.goAway()
  while (reader.said.length === 0) await reader.news()
  expect(await reader.read()).toEqual(before)
  await server.faults.comeBack()
  configuration('core')
  await reader.until((snapshot) => reader.names(snapshot).length === 2)
  while (reader.said.length === 1) await reader.news()
  expect(reader.said).toEqual([
    expect.stringMatching(
      /^(list|watch) .*: connect ECONNREFUSED .*; what is known of the cluster stays, trying again$/,
    ),
    'the API server answers again',
  ])
})

test('a Secret that cannot be read for a while is waited for, and nothing half is handed over', async () => {
  const secret = (name: string) =>
    server.put({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace },
      type: 'kubernetes.io/basic-auth',
      data: { password: Buffer.from(name).toString('base64') },
    })
  secret('tor')
  secret('spine')
  configuration('edge', { passwordSecret: { name: 'tor' } })
  reader.watch()
  await reader.until((snapshot) => reader.passwords(snapshot).tor === 'tor')
  const fault = server.faults.answer({ code: 500, match: { resource: 'secrets', verb: 'get' } })
  const asked = server.nextRequest({ resource: 'secrets', verb: 'get' })
  configuration('edge', { passwordSecret: { name: 'spine' } })
  await asked
  expect(reader.passwords(await reader.read())).toEqual({ tor: 'tor' })
  fault.stop()
  await reader.until((snapshot) => reader.passwords(snapshot).spine === 'spine')
})

test('what nobody may read is told, and nothing is decided without it', async () => {
  reader.watch()
  await reader.until(() => true)
  const fault = server.faults.answer({ code: 403, message: 'secrets is forbidden', match: { resource: 'secrets' } })
  configuration('edge', { passwordSecret: { name: 'tor' } })
  await expect(reader.until(() => false)).rejects.toThrow('list secrets in frr-system: secrets is forbidden (403)')
  const well = reader.called()
  fault.stop()
  await well
  expect(reader.names(await reader.until(() => true))).toEqual(['FRRConfiguration edge'])
})
