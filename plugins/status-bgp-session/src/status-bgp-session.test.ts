import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKubeClient } from '@frrkit/k8s'
import { runReporter } from '@frrkit/testing'
import { type ApiServer, createApiServer, type KubeObject } from '@frrkit/testing/api-server'
import { startFakeDaemon } from '@frrkit/vty/fake'
import { expect, onTestFinished, test } from 'vitest'
import { statusBgpSession } from './status-bgp-session.ts'

const namespace = 'frr-system'
const command = 'show bgp vrf all neighbors json'
const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'frrkit-x', namespace } }

const neighbors = (states: Readonly<Record<string, string>>) =>
  JSON.stringify({
    default: Object.fromEntries(
      Object.entries(states).map(([neighbor, bgpState]) => [neighbor, { bgpState, peerBfdInfo: { status: 'Up' } }]),
    ),
  })

async function start(server: ApiServer, states: Readonly<Record<string, string>>) {
  const vtyDir = await mkdtemp(join(tmpdir(), 'frrkit-sessions-'))
  const bgpd = await startFakeDaemon({ daemon: 'bgpd', vtyDir, shows: { [command]: neighbors(states) } })
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  onTestFinished(async () => {
    await kube.close()
    await server.close()
    await bgpd.stop()
    await rm(vtyDir, { recursive: true })
  })
  const { report, log } = runReporter((to) =>
    statusBgpSession({ kube, namespace, podName: 'frrkit-x', vtyDir, every: 20, log: to }),
  )
  await report()
  return { bgpd, log, show: (now: Readonly<Record<string, string>>) => bgpd.answer(command, neighbors(now)) }
}

const states = (server: ApiServer) =>
  server
    .list('BGPSessionState', { namespace })
    .map(({ status }) => `${Object(status).peer} ${Object(status).bgpStatus}`)
    .toSorted()
const poll = (server: ApiServer) => expect.poll(() => states(server))

async function serverWith(...objects: readonly KubeObject[]): Promise<ApiServer> {
  const made = await createApiServer({ namespaces: [namespace] })
  for (const object of [pod, ...objects]) made.put(object)
  return made
}

test('a session has an object with the names and labels of frr-k8s, which vanishes with the pod', async () => {
  const api = await serverWith()
  await start(api, { '192.0.2.1': 'Established' })
  await poll(api).toEqual(['192.0.2.1 Established'])
  const uid = api.get({ kind: 'Pod', namespace, name: 'frrkit-x' })?.metadata.uid
  expect(api.list('BGPSessionState', { namespace })).toMatchObject([
    {
      metadata: {
        name: expect.stringMatching(/^worker-1-[a-z0-9]{5}$/),
        labels: {
          'frrk8s.metallb.io/node': 'worker-1',
          'frrk8s.metallb.io/peer': '192.0.2.1',
          'frrk8s.metallb.io/vrf': '',
        },
        ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'frrkit-x', uid }],
      },
      status: { node: 'worker-1', peer: '192.0.2.1', vrf: '', bgpStatus: 'Established', bfdStatus: 'Up' },
    },
  ])
})

test('objects follow FRR, and nothing is written while nothing changes', async () => {
  const api = await serverWith()
  const { show, bgpd } = await start(api, { '192.0.2.1': 'Active', '192.0.2.2': 'Active' })
  await poll(api).toEqual(['192.0.2.1 Active', '192.0.2.2 Active'])
  api.forgetRequests()
  const asked = bgpd.commands.length
  await expect.poll(() => bgpd.commands.length).toBeGreaterThan(asked + 20)
  expect(api.requests(({ method }) => method !== 'GET')).toEqual([])
  show({ '192.0.2.2': 'Established' })
  await poll(api).toEqual(['192.0.2.2 Established'])
  expect(api.requests(({ method }) => method !== 'GET').map(({ verb, body }) => [verb, Object(body).status])).toEqual([
    ['delete', undefined],
    ['patch', { bgpStatus: 'Established' }],
  ])
})

test('duplicates and leftovers of this node go, other nodes are left alone; what somebody changes is put right', async () => {
  const object = (name: string, node: string, peer: string) =>
    ({
      apiVersion: 'frrk8s.metallb.io/v1beta1',
      kind: 'BGPSessionState',
      metadata: {
        name,
        namespace,
        labels: { 'frrk8s.metallb.io/node': node, 'frrk8s.metallb.io/peer': peer, 'frrk8s.metallb.io/vrf': '' },
      },
      status: { peer, bgpStatus: 'Idle' },
    }) as KubeObject
  const api = await serverWith(
    object('worker-1-a', 'worker-1', '192.0.2.1'),
    object('worker-1-b', 'worker-1', '192.0.2.1'),
    object('worker-1-c', 'worker-1', '192.0.2.7'),
    object('worker-2-a', 'worker-2', '192.0.2.9'),
  )
  await start(api, { '192.0.2.1': 'Active' })
  await poll(api).toEqual(['192.0.2.1 Active', '192.0.2.9 Idle'])
  const name = { kind: 'BGPSessionState', namespace, name: 'worker-1-a' }
  expect(api.get(name)?.metadata.ownerReferences).toHaveLength(1)
  api.put({ ...api.get(name), status: { peer: 'nonsense' } } as KubeObject)
  await poll(api).toEqual(['192.0.2.1 Active', '192.0.2.9 Idle'])
  api.remove(name)
  await poll(api).toEqual(['192.0.2.1 Active', '192.0.2.9 Idle'])
})

test('while bgpd is away the objects stay, and the log says so', async () => {
  const api = await serverWith()
  const { bgpd, log } = await start(api, { '192.0.2.1': 'Established' })
  await poll(api).toEqual(['192.0.2.1 Established'])
  await bgpd.kill()
  await expect
    .poll(() => log)
    .toContainEqual(expect.stringMatching(/^the BGPSessionStates stay as they are: bgpd.*nobody listens/))
  expect(states(api)).toEqual(['192.0.2.1 Established'])
  await bgpd.start()
  await expect.poll(() => log.at(-1)).toBe('bgpd answers again')
})

test('after a restart of bgpd the objects are the same ones, down until it has its sessions again', async () => {
  const api = await serverWith()
  const { bgpd, show } = await start(api, { '192.0.2.1': 'Established', '192.0.2.2': 'Established' })
  await poll(api).toEqual(['192.0.2.1 Established', '192.0.2.2 Established'])
  const names = () => api.list('BGPSessionState', { namespace }).map(({ metadata }) => metadata.name)
  const before = names()
  await bgpd.kill()
  show({})
  await bgpd.start()
  await poll(api).toEqual(['192.0.2.1 Idle', '192.0.2.2 Idle'])
  show({ '192.0.2.1': 'Established', '192.0.2.2': 'Active' })
  await poll(api).toEqual(['192.0.2.1 Established', '192.0.2.2 Active'])
  expect(names()).toEqual(before)
})

test('an hour without API server leaves no duplicates', async () => {
  const api = await serverWith()
  const { show } = await start(api, { '192.0.2.1': 'Active' })
  await poll(api).toEqual(['192.0.2.1 Active'])
  await api.faults.goAway()
  show({ '192.0.2.1': 'Established', '192.0.2.2': 'Active' })
  await new Promise((resolve) => setTimeout(resolve, 300))
  await api.faults.comeBack()
  await poll(api).toEqual(['192.0.2.1 Established', '192.0.2.2 Active'])
})
