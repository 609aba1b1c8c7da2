import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createKubeClient, type KubeClient } from './client.ts'
import type { Clock } from './clock.ts'
import type { KubeError } from './kube-error.ts'
import type { ListWatch } from './list-watch.ts'

const collection = { apiVersion: 'frrk8s.metallb.io/v1beta1', plural: 'frrconfigurations', namespace: 'frr-system' }
const resource = { resource: 'frrconfigurations' }
const watches = { ...resource, verb: 'watch' as const }
const lists = { ...resource, verb: 'list' as const }

/** A hundred times as fast, so that the pauses of the real policy pass in a test. */
const hurried: Clock = {
  now: () => performance.now() * 100,
  setTimer(ms, fn) {
    const timer = setTimeout(fn, ms / 100)
    return () => clearTimeout(timer)
  },
}

let server: ApiServer
let kube: KubeClient
let stop: AbortController
let followed: ListWatch<Kept>
let heard: (() => void)[]
let troubles: (KubeError | undefined)[]

type Kept = { readonly name: string; readonly raw: unknown }

beforeEach(async () => {
  server = await createApiServer({ namespaces: ['frr-system'] })
  kube = createKubeClient({ kubeconfig: server.kubeconfigPath, clock: hurried, deadline: 500_000 })
  stop = new AbortController()
  heard = []
  troubles = []
  put('a')
})
afterEach(async () => {
  stop.abort()
  await followed.ended
  await kube.close()
  await server.close()
})

function put(name: string, rawConfig = ''): void {
  server.put({
    apiVersion: collection.apiVersion,
    kind: 'FRRConfiguration',
    metadata: { name, namespace: 'frr-system' },
    spec: { raw: { rawConfig } },
  })
}

function tell(): void {
  for (const listen of heard) listen()
}

function follow(options: { readonly silence?: number } = {}): void {
  followed = kube.listWatch({
    ...collection,
    ...options,
    keep: ({ metadata, spec }) => ({ name: metadata.name, raw: (spec as { raw?: unknown }).raw }),
    changed: tell,
    troubled: (error) => {
      troubles.push(error)
      tell()
    },
    signal: stop.signal,
  })
}

/** Resolves when it holds, now or after a change; the test's own timeout is the limit. */
async function until(holds: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (holds()) resolve()
    }
    heard.push(look)
    look()
  })
}

const names = () => followed.current()?.map(({ name }) => name) ?? []
const has = (...expected: readonly string[]) => until(() => names().join() === expected.join())

/** Followed as far as an open watch. */
async function following(options: Parameters<typeof follow>[0] = {}): Promise<void> {
  const opened = server.nextRequest(watches)
  follow(options)
  await has('a')
  await opened
}

/** Breaks the watch, waits for the next one to open, and sees that it delivers. */
async function recovers(breakIt: () => void | Promise<void>): Promise<void> {
  const before = followed.current()?.[0]
  const again = server.nextRequest(watches)
  await breakIt()
  put('missed')
  await again
  await has('a', 'missed')
  put('later')
  await has('a', 'missed', 'later')
  expect(followed.current()?.[0]).toBe(before)
}

describe('when something goes wrong', () => {
  test('410 Gone: everything is listed again', async () => {
    await following()
    await recovers(() => server.faults.expireWatches())
    expect(server.requests(lists)).toHaveLength(2)
  })

  test('a clean end: the watch goes on where it was, without a list', async () => {
    await following()
    await recovers(() => server.faults.endWatches())
    expect(server.requests(lists)).toHaveLength(1)
  })

  test('a broken socket: likewise, and nobody is alarmed', async () => {
    await following()
    await recovers(() => server.faults.dropConnections())
    expect(server.requests(lists)).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  test.each([
    { case: '500', fault: { code: 500 } },
    { case: '429', fault: { code: 429, retryAfter: 1 } },
  ])('$case to list and watch alike', async ({ fault }) => {
    server.faults.answer({ ...fault, times: 3, match: lists })
    server.faults.answer({ ...fault, times: 3, match: watches })
    follow()
    await has('a')
    put('b')
    await has('a', 'b')
    await until(() => troubles.at(-1) === undefined)
    expect(troubles).toHaveLength(2)
  })

  test('a server that is away: what was known stays, and is mended when it comes back', async () => {
    await following()
    await server.faults.goAway()
    await until(() => troubles.length === 1)
    expect(troubles[0]).toMatchObject({ reason: 'unreachable' })
    expect(names()).toEqual(['a'])
    put('missed')
    server.remove({ kind: 'FRRConfiguration', namespace: 'frr-system', name: 'a' })
    await server.faults.comeBack()
    await has('missed')
    await until(() => troubles.length === 2)
  })

  test('a server that comes back without a memory: all is listed anew, and nobody is alarmed again', async () => {
    await following()
    await server.faults.goAway()
    await until(() => troubles.length === 1)
    put('missed')
    server.remove({ kind: 'FRRConfiguration', namespace: 'frr-system', name: 'a' })
    server.faults.expireWatches()
    await server.faults.comeBack()
    await has('missed')
    put('later')
    await has('missed', 'later')
    expect(troubles.map((error) => error?.reason)).toEqual(['unreachable', undefined])
  })

  test('a watch that hangs: after the deadline everything is listed again', async () => {
    await following({ silence: 300 })
    server.faults.stallWatches()
    put('unseen')
    await has('a', 'unseen')
    expect(server.requests(lists).length).toBeGreaterThan(1)
  })

  test('bookmarks move on the place where a quiet watch resumes', async () => {
    await following()
    server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1' } })
    server.sendBookmarks()
    const again = server.nextRequest(watches)
    server.faults.endWatches()
    const newest = Number(server.get({ kind: 'Node', name: 'n1' })?.metadata.resourceVersion)
    expect(Number((await again).query.resourceVersion)).toBe(newest)
  })

  test('no permission is trouble at once, and over when it is given', async () => {
    const fault = server.faults.answer({ code: 403, message: 'frrconfigurations is forbidden', match: lists })
    follow()
    await until(() => troubles.length === 1)
    expect(troubles[0]).toEqual({
      reason: 'forbidden',
      request: 'list frrconfigurations in frr-system',
      status: 403,
      words: 'frrconfigurations is forbidden',
    })
    fault.stop()
    await has('a')
  })

  test('an abort ends it while the server hangs', async () => {
    server.faults.hang({ match: lists })
    follow()
    await server.nextRequest(lists)
    stop.abort()
    await followed.ended
  })
})
