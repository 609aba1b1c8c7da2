import { type Clock, sleep } from './clock.ts'
import type { Collection, Selection } from './collection.ts'
import type { Connection } from './connection.ts'
import { errorFromThrown, type KubeError, type KubeResult, needsSomebody } from './kube-error.ts'
import type { KubeObject } from './kube-object.ts'
import { describeList, listPages, type Send } from './list-pages.ts'
import { type Ended, nextStep } from './next-step.ts'
import { getObject } from './object-request.ts'
import { readOne } from './read-one.ts'
import { createStore, keyOf } from './store.ts'
import { type WatchEvent, watchOnce } from './watch-once.ts'

export type ListWatchOptions<T> = Collection &
  Selection & {
    /** What is kept of an object, undefined for nothing; what it leaves out is out of memory at once. */
    readonly keep: (object: KubeObject) => T | undefined
    /** After the first complete list, and after every change of what is kept. */
    readonly changed: () => void
    /** What keeps it from following, once that is more than a hiccup, and `undefined` once it is over; for a log. */
    readonly troubled?: (error: KubeError | undefined) => void
    readonly signal: AbortSignal
    /** Milliseconds without a byte after which a watch counts as dead; a healthy server sends a bookmark each minute. */
    readonly silence?: number
  }

/** A collection that is followed through every failure, until the signal aborts. */
export type ListWatch<T> = {
  /**
   * The newest known of every object, undefined before the first complete list. While the server is away it stays as it
   * was. The same array and the same objects while nothing changed.
   */
  current(): readonly T[] | undefined
  /** One of a namespace, or of a kind that has none. */
  get(name: string): T | undefined
  /**
   * For names about which `keep` has changed its mind. Those that it keeps now are read one by one, and resolve when
   * they are here, or known not to exist; those that it does not keep any more are gone at once.
   */
  reconsider(names: { readonly keep: readonly string[]; readonly drop: readonly string[] }): Promise<void>
  /** What keeps it from following just now. */
  trouble(): KubeError | undefined
  /** Resolves after the signal has aborted. */
  readonly ended: Promise<void>
}

export type Machinery = {
  readonly connect: () => Promise<KubeResult<Connection>>
  readonly send: Send
  readonly clock: Clock
  readonly random: () => number
}

const defaultSilence = 150_000
/** Seconds; the server ends a watch in order between this and twice this. */
const shortestWatch = 300
/** A watch that stood so long was no failure, even without an event. */
const healthyAfter = 5_000

export function listWatch<T>(options: ListWatchOptions<T>, machinery: Machinery): ListWatch<T> {
  const { keep, changed, troubled, signal, silence = defaultSilence } = options
  const { connect, send, clock, random } = machinery
  const store = createStore<T>()
  let synced = false
  let resourceVersion = ''
  let trouble: KubeError | undefined
  let listing: Promise<unknown> | undefined
  let deliveries = 0
  const keyOfName = (name: string) => `${options.namespace ?? ''}/${name}`

  const setTrouble = (error: KubeError | undefined) => {
    const before = trouble
    trouble = error
    if ((before === undefined) !== (error === undefined)) troubled?.(error)
  }

  async function list(): Promise<Ended> {
    const found = new Map<string, T>()
    const listed = await listPages(send, options, {
      signal,
      restart: () => found.clear(),
      take(object) {
        const kept = keep(object)
        if (kept !== undefined) found.set(keyOf(object), kept)
      },
    })
    if (!listed.ok) return { how: 'failed', during: 'list', error: listed.error }
    resourceVersion = listed.value
    const differs = store.replace(found)
    if (!synced || differs) {
      synced = true
      changed()
    }
    return { how: 'listed' }
  }

  async function listOnce(): Promise<Ended> {
    const under = list()
    listing = under
    const ended = await under
    listing = undefined
    return ended
  }

  async function watch(): Promise<Ended & { readonly healthy?: boolean }> {
    const connection = await connect()
    if (!connection.ok) return { how: 'failed', during: 'watch', error: connection.error }
    const began = clock.now()
    let delivered = false
    const ended = await watchOnce({
      connection: connection.value,
      collection: options,
      resourceVersion,
      silence,
      lasts: Math.round(shortestWatch * (1 + random())),
      signal,
      opened: () => setTrouble(undefined),
      heard(event) {
        delivered = true
        take(event)
      },
    })
    return { ...ended, healthy: delivered || clock.now() - began >= healthyAfter }
  }

  function take({ type, object }: WatchEvent): void {
    deliveries += 1
    resourceVersion = object.metadata.resourceVersion ?? resourceVersion
    if (type === 'BOOKMARK') return
    const key = keyOf(object)
    if (type === 'DELETED' ? store.remove(key) : store.put(key, keep(object))) changed()
  }

  function put(name: string, object: KubeObject | undefined): void {
    const kept = object === undefined ? undefined : keep(object)
    if (store.put(keyOfName(name), kept)) changed()
  }

  async function run(): Promise<void> {
    let step: 'list' | 'watch' = 'list'
    let failures = 0
    let listed = false
    while (!signal.aborted) {
      const ended: Ended & { readonly healthy?: boolean } = step === 'list' ? await listOnce() : await watch()
      if (signal.aborted) return
      // A server that was away comes back without a memory: it takes the watch, and says so. That is mended at once, however
      // often it was asked before; only straight after a list is it a failure more.
      const forgotten =
        ended.how === 'failed' && ended.during === 'watch' && ended.error.reason === 'expired' && !listed
      if (forgotten) failures = 0
      listed = ended.how === 'listed'
      const next = nextStep(ended, { failures, healthy: ended.healthy ?? false, random: random() })
      ;({ step, failures } = next)
      // Servers close connections when they are rolled; that is over before anybody could do anything about it.
      if (ended.how === 'failed' && (failures > 1 || needsSomebody(ended.error))) setTrouble(ended.error)
      if (next.after > 0) await sleep(next.after, clock, signal)
    }
  }

  return {
    current: () => (synced ? store.values() : undefined),
    get: (name) => store.get(keyOfName(name)),
    async reconsider(names) {
      for (const name of names.drop) store.remove(keyOfName(name))
      const { apiVersion, plural, namespace } = options
      const get = (name: string) =>
        getObject(send, { apiVersion, plural, ...(namespace !== undefined && { namespace }), name }, signal)
      const settled = { troubled: setTrouble, listed: () => listing, deliveries: () => deliveries }
      await Promise.all(names.keep.map((name) => readOne(name, { get, put, ...settled, clock, random, signal })))
    },
    trouble: () => trouble,
    ended: run().catch((error: unknown) => {
      // `keep` and `changed` are the caller's; what they throw must not look like a quiet end of the watch.
      throw new Error(`BUG: ${describeList(options, 'follow')}: ${errorFromThrown('', error).words}`, { cause: error })
    }),
  }
}
