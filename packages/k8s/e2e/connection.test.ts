import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createKubeClient, type KubeClient } from '../src/client.ts'
import { isInCluster } from '../src/load-config.ts'
import { reviewAccess, reviewToken } from '../src/review.ts'

const nodes = { apiVersion: 'v1', plural: 'nodes' }
const users = { 'token-of-frrkit': { username: 'frrkit' }, 'token-of-ann': { username: 'ann', groups: ['operators'] } }

let server: ApiServer
let kube: KubeClient
let podRoot: string

beforeEach(async () => {
  podRoot = await mkdtemp(join(tmpdir(), 'frrkit-pod-'))
  server = await createApiServer({
    tls: true,
    requireToken: true,
    users,
    authorize: ({ username }, access) => username === 'frrkit' || ('path' in access && access.path === '/metrics'),
  })
  vi.stubEnv('KUBECONFIG', '')
  kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await kube.close()
  await server.close()
  await rm(podRoot, { recursive: true })
})

/** The files and variables that a kubelet gives to a pod. */
async function enterPod(): Promise<void> {
  const files = { token: 'token-of-frrkit', namespace: 'frr-k8s-system', 'ca.crt': server.ca ?? '' }
  for (const [name, text] of Object.entries(files)) {
    const file = join(podRoot, 'var/run/secrets/kubernetes.io/serviceaccount', name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const { hostname, port } = new URL(server.url)
  vi.stubEnv('KUBERNETES_SERVICE_HOST', hostname)
  vi.stubEnv('KUBERNETES_SERVICE_PORT', port)
}

const connections = () => process.getActiveResourcesInfo().filter((name) => name.includes('TCPSocket')).length

test('by kubeconfig: TLS with its authority, and its token', async () => {
  expect(await kube.list(nodes)).toEqual({ ok: true, value: [] })
})

test('in a pod: its service account, its namespace', async () => {
  expect(isInCluster({ podRoot })).toBe(false)
  await enterPod()
  expect(isInCluster({ podRoot })).toBe(true)
  const inPod = createKubeClient({ podRoot })
  expect(await inPod.target()).toEqual({ ok: true, value: { server: server.url, namespace: 'frr-k8s-system' } })
  expect(await inPod.list(nodes)).toEqual({ ok: true, value: [] })
  await inPod.close()
})

test('a server that nobody vouches for is not trusted', async () => {
  await enterPod()
  await writeFile(join(podRoot, 'var/run/secrets/kubernetes.io/serviceaccount/ca.crt'), '')
  const deceived = createKubeClient({ podRoot })
  expect(await deceived.list(nodes)).toMatchObject({ ok: false, error: { reason: 'unreachable' } })
  await deceived.close()
})

test('a hundred requests do not leave a hundred connections behind', async () => {
  await kube.list(nodes)
  const before = connections()
  for (let i = 0; i < 100; i++) await kube.list(nodes)
  expect(connections() - before).toBeLessThan(5)
})

test('an audit log says who asked, of lists and of watches', async () => {
  const stop = new AbortController()
  const opened = server.nextRequest({ verb: 'watch' })
  const followed = kube.listWatch({ ...nodes, keep: () => true, changed: () => {}, signal: stop.signal })
  await opened
  expect(server.requests().map(({ verb, userAgent }) => [verb, userAgent])).toEqual([
    ['list', 'frrkit'],
    ['watch', 'frrkit'],
  ])
  stop.abort()
  await followed.ended
})

test('whose token it is, and whether they may', async () => {
  const ann = { username: 'ann', groups: ['operators'] }
  expect(await reviewToken(kube, 'token-of-ann')).toEqual({ ok: true, value: { authenticated: true, user: ann } })
  expect(await reviewToken(kube, 'another')).toEqual({ ok: true, value: { authenticated: false } })
  const may = (path: string) => reviewAccess(kube, ann, { verb: 'get', path })
  expect(await may('/metrics')).toEqual({ ok: true, value: { allowed: true } })
  expect(await may('/debug')).toEqual({ ok: true, value: { allowed: false } })
})

test('a token that somebody sends us is in no error', async () => {
  server.faults.answer({ code: 500, message: 'cannot review s3cret-token' })
  expect(await reviewToken(kube, 's3cret-token')).toMatchObject({
    ok: false,
    error: { reason: 'unavailable', words: 'cannot review (hidden)' },
  })
})
