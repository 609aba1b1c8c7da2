import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { expect, test } from 'vitest'
import { createKubeClient } from '../src/client.ts'
import type { Clock } from '../src/clock.ts'

const namespace = 'frr-system'
const collection = { apiVersion: 'frrk8s.metallb.io/v1beta1', plural: 'frrconfigurations', namespace }

/** A thousand times as fast: an hour of faults and pauses passes in four seconds. */
const hurried: Clock = {
  now: () => performance.now() * 1_000,
  setTimer(ms, fn) {
    const timer = setTimeout(fn, ms / 1_000)
    return () => clearTimeout(timer)
  },
}

/** The same faults for the same seed, so that what fails can be looked at again. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

function sorted(entries: readonly (readonly unknown[])[]): readonly string[] {
  return entries.map((entry) => JSON.stringify(entry)).toSorted()
}

const faults: readonly ((server: ApiServer) => unknown)[] = [
  ({ faults: one }) => one.dropConnections(),
  ({ faults: one }) => one.expireWatches(),
  ({ faults: one }) => one.endWatches(),
  ({ faults: one }) => one.stallWatches(),
  ({ faults: one }) => one.resumeWatches(),
  ({ faults: one }) => one.answer({ code: 500, times: 2 }),
  ({ faults: one }) => one.answer({ code: 429, times: 2, retryAfter: 1 }),
  ({ faults: one }) => one.drop({ times: 1 }),
  ({ faults: one }) => one.hang({ times: 1 }),
  ({ faults: one }) => one.goAway(),
  ({ faults: one }) => one.comeBack(),
]

test.each([1, 2, 3])(
  'whatever goes wrong, what is known ends as what is there (seed %i)',
  async (seed) => {
    const random = randomOf(seed)
    const server = await createApiServer({ namespaces: [namespace], bookmarkEvery: 20 })
    const kube = createKubeClient({ kubeconfig: server.kubeconfigPath, clock: hurried, deadline: 300_000 })
    const stop = new AbortController()
    const heard: (() => void)[] = []
    const followed = kube.listWatch({
      ...collection,
      keep: ({ metadata, spec }) => ({ name: metadata.name, spec }),
      changed: () => {
        for (const listen of heard.splice(0)) listen()
      },
      signal: stop.signal,
      silence: 200,
    })
    const write = (name: string) =>
      server.put({
        apiVersion: collection.apiVersion,
        kind: 'FRRConfiguration',
        metadata: { name, namespace },
        spec: { raw: { rawConfig: String(random()) } },
      })

    for (let i = 0; i < 60; i++) {
      for (let n = random() * 4; n > 0; n--) write(`o${Math.floor(random() * 20)}`)
      if (random() < 0.3) server.remove({ kind: 'FRRConfiguration', namespace, name: `o${Math.floor(random() * 20)}` })
      await faults[Math.floor(random() * faults.length)]?.(server)
      // Time for some of it to take effect: how much is part of the game.
      await new Promise((resolve) => setTimeout(resolve, random() * 40))
    }
    await server.faults.comeBack()
    server.faults.clear()
    write('last')

    const there = () =>
      server.list('FRRConfiguration', { namespace }).map(({ metadata, spec }) => [metadata.name, spec])
    const known = () => (followed.current() ?? []).map(({ name, spec }) => [name, spec])
    while (sorted(known()).join() !== sorted(there()).join()) {
      await new Promise<void>((resolve) => heard.push(resolve))
    }
    write('after')
    while (followed.get('after') === undefined) {
      await new Promise<void>((resolve) => heard.push(resolve))
    }
    expect(sorted(known())).toEqual(sorted(there()))
    stop.abort()
    await followed.ended
    await kube.close()
    await server.close()
  },
  20_000,
)
