import { type Collection, collectionPath, type Selection } from './collection.ts'
import type { Connection } from './connection.ts'
import { errorFromAnswer, errorFromStatus, errorFromThrown, type KubeError } from './kube-error.ts'
import type { KubeObject } from './kube-object.ts'
import { describeList } from './list-pages.ts'
import type { Ended } from './next-step.ts'

export type WatchEvent = {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK'
  readonly object: KubeObject
}

export type WatchOnce = {
  readonly connection: Connection
  readonly collection: Collection & Selection
  readonly resourceVersion: string
  /** Milliseconds without a byte after which the watch counts as dead. */
  readonly silence: number
  /** After so many seconds the server ends it in order. */
  readonly lasts: number
  readonly signal: AbortSignal
  heard(event: WatchEvent): void
  /** The server has accepted the watch. */
  opened(): void
}

/** One watch from one resource version to its end, whatever that is. Never rejects. */
export async function watchOnce(options: WatchOnce): Promise<Ended> {
  const { connection, collection, resourceVersion, silence, lasts, signal } = options
  const request = describeList(collection, 'watch')
  const watch = new connection.client.Watch(connection.config)
  // It has no setter, and 30 s would end every watch of a quiet collection long before the next bookmark.
  Reflect.set(watch, 'requestTimeoutMs', silence)
  const query = {
    resourceVersion,
    allowWatchBookmarks: true,
    timeoutSeconds: lasts,
    fieldSelector: collection.fieldSelector,
    labelSelector: collection.labelSelector,
  }

  const { promise, resolve, reject } = Promise.withResolvers<Ended>()
  let over = false
  let open = false
  let close: (() => void) | undefined
  // The first end counts; what client-node still delivers after it comes again with the next watch.
  const end = (ended: Ended) => {
    over = true
    close?.()
    resolve(ended)
  }
  const abort = () => end(failed({ reason: 'aborted', request, words: 'aborted' }))
  signal.addEventListener('abort', abort, { once: true })
  const heard = (type: string, object: unknown) => {
    if (over) return
    if (type === 'ERROR') return end(failed(errorFromStatus(request, object)))
    if (!isObject(object)) return end(failed({ reason: 'refused', request, words: 'an event is about no object' }))
    try {
      options.heard({ type, object } as WatchEvent)
    } catch (bug) {
      // client-node takes what its callback throws for a line that is no JSON, and would go on.
      over = true
      close?.()
      reject(bug)
    }
  }
  const done = (thrown: unknown) => {
    if (thrown === null || thrown === undefined) end({ how: 'closed' })
    else if (open && isTimeout(thrown)) end({ how: 'silent' })
    else end(failed(errorOf(request, thrown)))
  }
  try {
    if (signal.aborted) abort()
    else {
      const controller = await watch.watch(collectionPath(collection), query, heard, done)
      close = () => controller.abort()
      if (over) close()
      else {
        open = true
        options.opened()
      }
    }
  } catch (thrown) {
    // Before the connection: credentials that cannot be read.
    end(failed(errorFromThrown(request, thrown)))
  }
  const ended = await promise
  signal.removeEventListener('abort', abort)
  return ended
}

function failed(error: KubeError): Ended {
  return { how: 'failed', during: 'watch', error }
}

function isObject(object: unknown): boolean {
  return typeof object === 'object' && object !== null && 'metadata' in object && typeof object.metadata === 'object'
}

function isTimeout(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'TimeoutError'
}

/** client-node throws an error with the status of an answer that is not 200, and keeps its body to itself. */
function errorOf(request: string, thrown: unknown): KubeError {
  if (thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number')
    return errorFromAnswer(request, { status: thrown.statusCode, body: thrown.message })
  return errorFromThrown(request, thrown)
}
