import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKubeClient, type KubeClient } from './client.ts'
import { writeStatus } from './write-status.ts'

const states = { apiVersion: 'frrk8s.metallb.io/v1beta1', plural: 'frrnodestates' }
const state = { ...states, name: 'n1' }
const body = { apiVersion: states.apiVersion, kind: 'FRRNodeState', metadata: { name: 'n1' } }

let server: ApiServer
let kube: KubeClient

beforeEach(async () => {
  server = await createApiServer({ namespaces: ['frr-system'] })
  kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
})
afterEach(async () => {
  await kube.close()
  await server.close()
})

test.each([
  { case: 'twice in between', times: 2, ok: true },
  { case: 'again and again', times: 99, ok: false },
])('a status is written though somebody writes $case', async ({ times, ok }) => {
  server.put(body)
  server.faults.answer({ code: 409, times, match: { verb: 'patch' } })
  expect(await writeStatus(kube, state, { lastReloadResult: 'success' })).toMatchObject({ ok })
})

test.each([
  { case: 'no answer', set: () => server.faults.hang(), error: { reason: 'late', words: 'no answer in time' } },
  { case: 'a broken connection', set: () => server.faults.drop(), error: { reason: 'unreachable' } },
  {
    case: '429',
    set: () => server.faults.answer({ code: 429, retryAfter: 7 }),
    error: { reason: 'throttled', retryAfter: 7_000, status: 429 },
  },
])('$case is a value', async ({ set, error }) => {
  set()
  const impatient = createKubeClient({ kubeconfig: server.kubeconfigPath, deadline: 100 })
  expect(await impatient.get(state)).toMatchObject({ ok: false, error })
  await impatient.close()
})

test('an abort is a value', async () => {
  server.faults.hang()
  const stop = new AbortController()
  const got = kube.get(state, { signal: stop.signal })
  await server.nextRequest({ verb: 'get' })
  stop.abort()
  expect(await got).toMatchObject({ ok: false, error: { reason: 'aborted' } })
  expect(await kube.get(state, { signal: stop.signal })).toMatchObject({ ok: false, error: { reason: 'aborted' } })
})

test('a kubeconfig that is not there is a value, and one that comes later is taken', async () => {
  const lost = createKubeClient({ kubeconfig: '/nowhere/kubeconfig' })
  expect(await lost.get(state)).toEqual({
    ok: false,
    error: {
      reason: 'config',
      request: 'connect',
      words: "ENOENT: no such file or directory, open '/nowhere/kubeconfig'",
    },
  })
})

test('a kubeconfig that is no YAML: no line of it is in the message', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'frrkit-kubeconfig-'))
  const kubeconfig = join(folder, 'config')
  await writeFile(kubeconfig, 'users:\n- user:\n    token: s3cret\n   bad: [\n')
  expect(await createKubeClient({ kubeconfig }).get(state)).toEqual({
    ok: false,
    error: { reason: 'config', request: 'connect', words: 'bad indentation of a mapping entry (4:4)' },
  })
  await rm(folder, { recursive: true })
})

test('an answer that is no JSON: nothing of it is in the message', async () => {
  const proxy = createServer((_, response) => response.end('{"data": {"password": s3cret}}'))
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const folder = await mkdtemp(join(tmpdir(), 'frrkit-kubeconfig-'))
  const kubeconfig = join(folder, 'config')
  const { port } = proxy.address() as AddressInfo
  await writeFile(kubeconfig, server.kubeconfig.replace(server.url, `http://127.0.0.1:${port}`))
  const deceived = createKubeClient({ kubeconfig })
  expect(await deceived.get(state)).toEqual({
    ok: false,
    error: { reason: 'unreachable', request: 'get frrnodestates n1', words: 'the answer is no JSON' },
  })
  await deceived.close()
  proxy.close()
  await rm(folder, { recursive: true })
})
