import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKubeClient, type KubeClient } from './client.ts'
import { recordEvent } from './record-event.ts'
import { update, writeStatus } from './write-status.ts'

const states = { apiVersion: 'frrk8s.metallb.io/v1beta1', plural: 'frrnodestates' }
const state = { ...states, name: 'n1' }
const body = { apiVersion: states.apiVersion, kind: 'FRRNodeState', metadata: { name: 'n1' } }

const now = () => new Date('2026-01-02T03:04:05.678Z')

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

const statusOf = () => server.get({ kind: 'FRRNodeState', name: 'n1' })?.status

test('an object is created, read, replaced, patched and deleted', async () => {
  expect(await kube.create(states, body)).toMatchObject({ ok: true, value: { metadata: { name: 'n1' } } })
  expect(await kube.create(states, body)).toMatchObject({ ok: false, error: { reason: 'already-exists' } })
  expect(await kube.list(states)).toMatchObject({ ok: true, value: [{ metadata: { name: 'n1' } }] })
  const patched = await kube.patch(state, { metadata: { labels: { rack: 'r1' } } })
  expect(patched).toMatchObject({ ok: true, value: { metadata: { labels: { rack: 'r1' } } } })
  expect(await kube.replace(state, { ...body, metadata: { name: 'n1', resourceVersion: '1' } })).toMatchObject({
    ok: false,
    error: { reason: 'conflict' },
  })
  expect(await kube.delete(state, { uid: 'of another' })).toMatchObject({ ok: false, error: { reason: 'conflict' } })
  expect(await kube.delete(state)).toMatchObject({ ok: true })
  expect(await kube.get(state)).toEqual({
    ok: false,
    error: {
      reason: 'not-found',
      request: 'get frrnodestates n1',
      status: 404,
      words: 'frrnodestates.frrk8s.metallb.io "n1" not found',
    },
  })
})

test('a status is written to an object that is not there yet, and to one that is', async () => {
  expect(await writeStatus(kube, state, { lastReloadResult: 'success' })).toMatchObject({
    ok: false,
    error: { reason: 'not-found' },
  })
  await writeStatus(kube, state, { lastReloadResult: 'success' }, { otherwise: body })
  expect(statusOf()).toEqual({ lastReloadResult: 'success' })
  await writeStatus(kube, state, { lastConversionResult: 'success', lastReloadResult: null }, { otherwise: body })
  expect(statusOf()).toEqual({ lastConversionResult: 'success' })
})

test.each([
  { case: 'twice in between', times: 2, ok: true },
  { case: 'again and again', times: 99, ok: false },
])('a status is written though somebody writes $case', async ({ times, ok }) => {
  server.put(body)
  server.faults.answer({ code: 409, times, match: { verb: 'patch' } })
  expect(await writeStatus(kube, state, { lastReloadResult: 'success' })).toMatchObject({ ok })
})

test('an update sees what somebody else wrote meanwhile', async () => {
  server.put(body)
  let first = true
  const updated = await update(kube, state, (found) => {
    if (first) server.put({ ...body, metadata: { name: 'n1', labels: { by: 'another' } } })
    first = false
    return { ...found, metadata: { ...found.metadata, labels: { ...found.metadata.labels, rack: 'r1' } } }
  })
  expect(updated).toMatchObject({ ok: true, value: { metadata: { labels: { by: 'another', rack: 'r1' } } } })
})

test('an event that says the same again counts up', async () => {
  const event = {
    regarding: { apiVersion: states.apiVersion, kind: 'FRRConfiguration', namespace: 'frr-system', name: 'edge' },
    type: 'Warning' as const,
    reason: 'Conflict',
    action: 'Merging',
    note: 'x'.repeat(2_000),
    component: 'frrkit',
    host: 'n1',
  }
  await recordEvent(kube, event, { now })
  expect(await recordEvent(kube, event, { now })).toMatchObject({
    ok: true,
    value: {
      metadata: { namespace: 'frr-system' },
      reason: 'Conflict',
      involvedObject: event.regarding,
      count: 2,
      lastTimestamp: '2026-01-02T03:04:05Z',
    },
  })
  await recordEvent(kube, { ...event, note: 'y' }, { now })
  expect(server.list('Event', { namespace: 'frr-system' })).toHaveLength(2)
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
