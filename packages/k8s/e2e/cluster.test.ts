import { type ClusterUnderTest, clusterUnderTest } from '@frrkit/testing/api-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createKubeClient, type KubeClient } from '../src/client.ts'
import type { ListWatch } from '../src/list-watch.ts'
import { recordEvent } from '../src/record-event.ts'
import { update, writeStatus } from '../src/write-status.ts'

const apiVersion = 'frrk8s.metallb.io/v1beta1'

type Kept = { readonly name: string; readonly raw: unknown }

let cluster: ClusterUnderTest
let kube: KubeClient
let stop: AbortController
let followed: ListWatch<Kept> | undefined
let changes: number
let heard: (() => void)[]

beforeAll(async () => {
  cluster = await clusterUnderTest()
  kube = createKubeClient({ kubeconfig: cluster.kubeconfigPath })
}, 60_000)
afterAll(async () => {
  await kube.close()
  await cluster.cleanup()
}, 60_000)
beforeEach(() => {
  stop = new AbortController()
  changes = 0
  heard = []
  followed = undefined
})
afterEach(async () => {
  stop.abort()
  await followed?.ended
  const found = await kube.list(collection())
  if (found.ok) await Promise.all(found.value.map(({ metadata }) => kube.delete({ ...collection(), ...metadata })))
  await kube.delete(state())
})

const collection = () => ({ apiVersion, plural: 'frrconfigurations', namespace: cluster.namespace })
const state = () => ({ apiVersion, plural: 'frrnodestates', name: `${cluster.namespace}-n1` })
const stateBody = () => ({ apiVersion, kind: 'FRRNodeState', metadata: { name: state().name } })

async function put(name: string, rawConfig = ''): Promise<void> {
  const body = { apiVersion, kind: 'FRRConfiguration', metadata: { name }, spec: { raw: { rawConfig } } }
  const applied = await kube.patch({ ...collection(), name }, body, { type: 'apply', force: true })
  if (!applied.ok) throw new Error(applied.error.words)
}

function follow(selection: { readonly fieldSelector?: string } = {}): ListWatch<Kept> {
  followed = kube.listWatch({
    ...collection(),
    ...selection,
    keep: ({ metadata, spec }) => ({ name: metadata.name, raw: (spec as { raw?: { rawConfig?: string } }).raw }),
    changed: () => {
      changes += 1
      for (const listen of heard.splice(0)) listen()
    },
    signal: stop.signal,
  })
  return followed
}

const namesNow = () =>
  followed
    ?.current()
    ?.map(({ name }) => name)
    .toSorted()
    .join()

async function has(...expected: readonly string[]): Promise<void> {
  while (namesNow() !== expected.join()) await new Promise<void>((resolve) => heard.push(resolve))
}

test('objects come, change and go', async () => {
  await put('a')
  const all = follow()
  expect(all.current()).toBeUndefined()
  await has('a')
  await put('b')
  await has('a', 'b')
  await put('b', 'line')
  while (JSON.stringify(all.get('b')?.raw) !== '{"rawConfig":"line"}')
    await new Promise<void>((resolve) => heard.push(resolve))
  await kube.delete({ ...collection(), name: 'a' })
  await has('b')
})

test('an object that was written without any difference stays the same object, and is no change', async () => {
  await put('a')
  const all = follow()
  await has('a')
  const [before] = all.current() ?? []
  await kube.patch({ ...collection(), name: 'a' }, { metadata: { annotations: { note: 'x' } } })
  await put('b')
  await has('a', 'b')
  expect(all.get('a')).toBe(before)
  expect(changes).toBe(2)
})

test('a field selector leaves the others where they are', async () => {
  await put('a')
  await put('config')
  follow({ fieldSelector: 'metadata.name=config' })
  await has('config')
})

test('more objects than a page', async () => {
  const names = Array.from({ length: 250 }, (_, i) => `more-${i}`)
  for (let i = 0; i < names.length; i += 25) await Promise.all(names.slice(i, i + 25).map((name) => put(name)))
  follow()
  await has(...names.toSorted())
  expect(changes).toBe(1)
}, 60_000)

test('an object is created, read, replaced, patched and deleted', async () => {
  const { name } = state()
  const states = { apiVersion, plural: 'frrnodestates' }
  expect(await kube.create(states, stateBody())).toMatchObject({ ok: true, value: { metadata: { name } } })
  expect(await kube.create(states, stateBody())).toMatchObject({ ok: false, error: { reason: 'already-exists' } })
  const patched = await kube.patch(state(), { metadata: { labels: { rack: 'r1' } } })
  expect(patched).toMatchObject({ ok: true, value: { metadata: { labels: { rack: 'r1' } } } })
  const stale = { ...stateBody(), metadata: { name, resourceVersion: '1' } }
  expect(await kube.replace(state(), stale)).toMatchObject({ ok: false, error: { reason: 'conflict' } })
  const other = { uid: '00000000-0000-0000-0000-000000000000' }
  expect(await kube.delete(state(), other)).toMatchObject({ ok: false, error: { reason: 'conflict' } })
  expect(await kube.delete(state())).toMatchObject({ ok: true })
  expect(await kube.get(state())).toEqual({
    ok: false,
    error: {
      reason: 'not-found',
      request: `get frrnodestates ${name}`,
      status: 404,
      words: `frrnodestates.frrk8s.metallb.io "${name}" not found`,
    },
  })
})

test('a status is written to an object that is not there yet, and to one that is', async () => {
  const statusOf = async () => {
    const found = await kube.get(state())
    return found.ok ? found.value.status : found.error.reason
  }
  const success = { lastReloadResult: 'success' }
  expect(await writeStatus(kube, state(), success)).toMatchObject({ ok: false, error: { reason: 'not-found' } })
  await writeStatus(kube, state(), success, { otherwise: stateBody() })
  expect(await statusOf()).toEqual(success)
  const other = { lastConversionResult: 'success', lastReloadResult: null }
  await writeStatus(kube, state(), other, { otherwise: stateBody() })
  expect(await statusOf()).toEqual({ lastConversionResult: 'success' })
})

test('an update sees what somebody else wrote meanwhile', async () => {
  await kube.create({ apiVersion, plural: 'frrnodestates' }, stateBody())
  const labels = (by: object) => kube.patch(state(), { metadata: { labels: by } })
  let others: Promise<unknown> | undefined
  const change = update(kube, state(), (found) => {
    others ??= labels({ by: 'another' })
    return { ...found, metadata: { ...found.metadata, labels: { ...found.metadata.labels, rack: 'r1' } } }
  })
  expect(await change).toMatchObject({ ok: true })
  await others
  expect(await kube.get(state())).toMatchObject({
    ok: true,
    value: { metadata: { labels: { by: 'another', rack: 'r1' } } },
  })
})

test('an event that says the same again counts up', async () => {
  const { namespace } = cluster
  const event = {
    regarding: { apiVersion, kind: 'FRRConfiguration', namespace, name: 'edge' },
    type: 'Warning' as const,
    reason: 'Conflict',
    action: 'Merging',
    note: 'x'.repeat(2_000),
    component: 'frrkit',
    host: 'n1',
  }
  await recordEvent(kube, event)
  expect(await recordEvent(kube, event)).toMatchObject({
    ok: true,
    value: { metadata: { namespace }, reason: 'Conflict', involvedObject: event.regarding, count: 2 },
  })
  await recordEvent(kube, { ...event, note: 'y' })
  const events = await kube.list({ apiVersion: 'v1', plural: 'events', namespace })
  expect(events.ok && events.value.filter(({ reason }) => reason === 'Conflict')).toHaveLength(2)
})
