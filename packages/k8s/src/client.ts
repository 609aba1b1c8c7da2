import { type Clock, systemClock } from './clock.ts'
import { type Collection, collectionPath, type ObjectKey, objectPath, type Selection } from './collection.ts'
import { type Connection, connect } from './connection.ts'
import { errorFromThrown, type KubeResult } from './kube-error.ts'
import type { KubeObject } from './kube-object.ts'
import { describeList, listPages, type Send } from './list-pages.ts'
import { type ListWatch, type ListWatchOptions, listWatch } from './list-watch.ts'
import type { ConfigPlace } from './load-config.ts'
import { getObject, names } from './object-request.ts'
import { type KubeRequest, sendRequest } from './request.ts'

export type KubeClientOptions = ConfigPlace & {
  /** Milliseconds until a request counts as failed. */
  readonly deadline?: number
  readonly clock?: Clock
  /** 0 to 1, for jitter. */
  readonly random?: () => number
}

export type PatchOptions = {
  /** `merge`: JSON merge patch (RFC 7386). `apply`: server-side apply, under `fieldManager`. `json`: RFC 6902. */
  readonly type?: 'merge' | 'apply' | 'json'
  readonly fieldManager?: string
  /** With `apply`: take over fields that another manager owns. */
  readonly force?: boolean
  readonly subresource?: 'status'
  readonly signal?: AbortSignal | undefined
}

type Called = { readonly signal?: AbortSignal | undefined }

/** An API server. Nothing is loaded and nothing connected before the first request; no method rejects or throws. */
export type KubeClient = {
  get<T extends KubeObject = KubeObject>(object: ObjectKey, options?: Called): Promise<KubeResult<T>>
  /** Everything, in pages as the server hands them out; to follow changes, use `listWatch`. */
  list<T extends KubeObject = KubeObject>(
    collection: Collection & Selection,
    options?: Called,
  ): Promise<KubeResult<readonly T[]>>
  listWatch<T>(options: ListWatchOptions<T>): ListWatch<T>
  create<T extends KubeObject = KubeObject>(
    collection: Collection,
    body: object,
    options?: Called,
  ): Promise<KubeResult<T>>
  /** With `metadata.resourceVersion` in the body, `conflict` when somebody was faster. */
  replace<T extends KubeObject = KubeObject>(
    object: ObjectKey,
    body: object,
    options?: Called & Pick<PatchOptions, 'subresource'>,
  ): Promise<KubeResult<T>>
  patch<T extends KubeObject = KubeObject>(
    object: ObjectKey,
    patch: object,
    options?: PatchOptions,
  ): Promise<KubeResult<T>>
  /** `not-found` when it is gone already. */
  delete(
    object: ObjectKey,
    options?: Called & { readonly uid?: string; readonly resourceVersion?: string },
  ): Promise<KubeResult<unknown>>
  /** Anything else there is on the server: reviews, versions. */
  request<T>(request: KubeRequest): Promise<KubeResult<T>>
  /** Where it is, and the namespace that the service account or the context is in. */
  target(): Promise<KubeResult<{ readonly server: string; readonly namespace: string | undefined }>>
  /** Breaks off what runs and frees the connections. */
  close(): Promise<void>
}

const contentTypes = {
  merge: 'application/merge-patch+json',
  apply: 'application/apply-patch+yaml',
  json: 'application/json-patch+json',
}

export function createKubeClient(options: KubeClientOptions = {}): KubeClient {
  const { clock = systemClock, deadline = 30_000, random = Math.random } = options
  let connecting: Promise<KubeResult<Connection>> | undefined

  const connection = async (): Promise<KubeResult<Connection>> => {
    connecting ??= open()
    const opened = await connecting
    // A kubeconfig that is not there yet may come.
    if (!opened.ok) connecting = undefined
    return opened
  }
  const open = async (): Promise<KubeResult<Connection>> => {
    try {
      return { ok: true, value: await connect(options) }
    } catch (error) {
      return { ok: false, error: { ...errorFromThrown('connect', error), reason: 'config' } }
    }
  }
  const send = async <T>(request: KubeRequest): Promise<KubeResult<T>> => {
    const opened = await connection()
    return opened.ok ? sendRequest<T>(request, { connection: opened.value, clock, deadline }) : opened
  }

  return {
    get: (object, { signal } = {}) => getObject(send, object, signal),
    list: (collection, { signal } = {}) => listAll(send, collection, signal),
    listWatch: (watched) => listWatch(watched, { connect: connection, send, clock, random }),
    create: (collection, body, { signal } = {}) =>
      send({
        method: 'POST',
        path: collectionPath(collection),
        body,
        says: describeList(collection, 'create in'),
        signal,
      }),
    replace: (object, body, { subresource, signal } = {}) =>
      send({
        method: 'PUT',
        path: objectPath(object, subresource),
        body,
        says: names('replace', object, subresource),
        signal,
      }),
    patch: (object, patch, { type = 'merge', fieldManager = 'frrkit', force, subresource, signal } = {}) =>
      send({
        method: 'PATCH',
        path: objectPath(object, subresource),
        query: { fieldManager, force },
        body: patch,
        contentType: contentTypes[type],
        says: names('patch', object, subresource),
        signal,
      }),
    delete: (object, { uid, resourceVersion, signal } = {}) =>
      send({
        method: 'DELETE',
        path: objectPath(object),
        ...((uid !== undefined || resourceVersion !== undefined) && {
          body: { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid, resourceVersion } },
        }),
        says: names('delete', object),
        signal,
      }),
    request: send,
    async target() {
      const opened = await connection()
      return opened.ok
        ? { ok: true, value: { server: opened.value.server, namespace: opened.value.namespace } }
        : opened
    },
    async close() {
      const opened = await connecting
      connecting = undefined
      if (opened?.ok) await opened.value.close()
    },
  }
}

async function listAll<T extends KubeObject>(
  send: Send,
  collection: Collection & Selection,
  signal: AbortSignal | undefined,
): Promise<KubeResult<readonly T[]>> {
  let found: T[] = []
  const listed = await listPages(send, collection, {
    take: (object) => found.push(object as T),
    restart: () => {
      found = []
    },
    ...(signal && { signal }),
  })
  return listed.ok ? { ok: true, value: found } : listed
}
