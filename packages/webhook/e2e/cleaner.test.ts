import { createKubeClient } from '@frrkit/k8s'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clean } from '../src/cleaner/clean.ts'

const namespace = 'frr-k8s-system'
const apiVersion = 'frrk8s.metallb.io/v1beta1'
const daemon = { 'app.kubernetes.io/component': 'frr-k8s' }

let server: ApiServer
let stop: () => Promise<void>
let lines: string[]
beforeEach(async () => {
  lines = []
  server = await createApiServer({ namespaces: [namespace] })
  pod('one', 'node-1')
  pod('two', 'node-2')
  // Not a daemon, and no node yet.
  server.put({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'other', namespace }, spec: { nodeName: 'node-3' } })
  server.put({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pending', namespace, labels: daemon }, spec: {} })
  for (const node of ['node-1', 'node-2', 'node-3']) report(node)
})
afterEach(async () => {
  await stop()
  await server.close()
})

function pod(name: string, nodeName: string): void {
  server.put({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, labels: daemon }, spec: { nodeName } })
}

function report(node: string): void {
  server.put({ apiVersion, kind: 'FRRNodeState', metadata: { name: node } })
  const metadata = { name: `${node}-x`, namespace, labels: { 'frrk8s.metallb.io/node': node } }
  server.put({ apiVersion, kind: 'BGPSessionState', metadata, status: { node, peer: '192.0.2.1' } })
}

const say = (_: object, line: string) => void lines.push(line)
const log = { info: say, warn: say }

function start(): void {
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  const ended = new AbortController()
  const daemons = 'app.kubernetes.io/component=frr-k8s'
  const cleaning = clean({ kube, namespace, daemons, log, signal: ended.signal })
  stop = async () => {
    ended.abort()
    await cleaning
    await kube.close()
  }
}

const left = () =>
  ['FRRNodeState', 'BGPSessionState']
    .flatMap((kind) => server.list(kind).map(({ metadata }) => metadata.name ?? ''))
    .toSorted()
const of = (...nodes: readonly string[]) => nodes.flatMap((node) => [node, `${node}-x`]).toSorted()

test('what nodes without a daemon have left behind goes, at once and when a daemon leaves', async () => {
  start()
  await expect.poll(left).toEqual(of('node-1', 'node-2'))
  await expect
    .poll(() => lines.toSorted())
    .toEqual([
      'removed bgpsessionstates node-3-x: no daemon runs on node node-3',
      'removed frrnodestates node-3: no daemon runs on node node-3',
    ])
  server.remove({ kind: 'Pod', namespace, name: 'two' })
  await expect.poll(left).toEqual(of('node-1'))
  report('node-4')
  await expect.poll(left).toEqual(of('node-1'))
  pod('two', 'node-2')
  report('node-2')
  // Whoever looks after this has seen the report of node-2, too.
  report('node-5')
  await expect.poll(left).toEqual(of('node-1', 'node-2'))
})

test('a session that has no status yet is left alone; a failure is told and tried again', async () => {
  const metadata = { name: 'node-9-y', namespace, labels: { 'frrk8s.metallb.io/node': 'node-9' } }
  server.put({ apiVersion, kind: 'BGPSessionState', metadata })
  server.faults.answer({ code: 500, times: 1, match: { verb: 'delete', resource: 'frrnodestates' } })
  start()
  await expect.poll(left).toEqual([...of('node-1', 'node-2'), 'node-9-y'])
  expect(lines.filter((line) => line.startsWith('cleaner: '))).toEqual([
    expect.stringMatching(/^cleaner: delete frrnodestates node-3: .*\(500\); trying again$/),
  ])
})
