import type { Call } from './call.ts'
import { inVersion, stored } from './cluster.ts'
import type { KubeObject } from './kube-object.ts'
import { failure, refuse, type Status } from './refusal.ts'
import { apiVersionOf, qualifiedName, type Resource } from './resource.ts'
import { type Matches, selector } from './selector.ts'
import type { Change } from './store.ts'
import { refuseInvalid } from './validate.ts'

export type WatchEvent = { readonly type: Change['type'] | 'BOOKMARK' | 'ERROR'; readonly object: object }

/** An open watch, as its connection sees it. */
export type Watch = {
  readonly call: Call
  /** Sends a bookmark now, if the client takes bookmarks. */
  readonly bookmark: () => void
  /** Ends it as a server does that has forgotten what came next. */
  readonly expire: () => void
  readonly close: () => void
}

/** Starts to send what happens; `send` gets each event, `end` is called when the server has no more to say. */
export function openWatch(call: Call, send: (event: WatchEvent) => void, end: () => void): Watch {
  const { cluster, resource, query, info } = call
  const matches = selector(resource, query)
  const inScope = ({ metadata }: KubeObject): boolean =>
    info.namespace === undefined || metadata.namespace === info.namespace
  const bookmarks = query.get('allowWatchBookmarks') === 'true'
  const from = query.get('resourceVersion') ?? ''
  const initial = query.get('sendInitialEvents') === 'true'
  if (initial && query.get('resourceVersionMatch') !== 'NotOlderThan') {
    const detail = 'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan'
    refuseInvalid({ kind: 'ListOptions', group: 'meta.k8s.io' }, '', [
      { reason: 'FieldValueForbidden', field: 'resourceVersionMatch', detail },
    ])
  }
  checkRevision(from)
  const fromNow = initial || from === '' || from === '0'
  const missed = fromNow ? [] : cluster.store.since(Number(from))
  if (missed === undefined) return expired(call, from, send, end)

  const pass = (change: Change): void => {
    if (change.resource !== qualifiedName(resource) || !inScope(change.object)) return
    // To a client that has seen the future, as after a restored backup, nothing is news until that has come.
    if (!initial && change.revision <= Number(from)) return
    const type = seenAs(change, matches)
    if (type !== undefined) send({ type, object: inVersion(resource, change.object) })
  }
  for (const change of missed) pass(change)
  if (fromNow)
    for (const object of stored(cluster, resource, info.namespace)) if (matches(object)) send({ type: 'ADDED', object })
  if (initial && bookmarks) {
    const annotations = { 'k8s.io/initial-events-end': 'true' }
    send({ type: 'BOOKMARK', object: bookmarkOf(resource, cluster.store.revision(), { annotations }) })
  }

  const unsubscribe = cluster.store.subscribe(pass)
  const close = (): void => {
    unsubscribe()
    end()
  }
  return {
    call,
    close,
    bookmark() {
      if (bookmarks) send({ type: 'BOOKMARK', object: bookmarkOf(resource, cluster.store.revision()) })
    },
    expire() {
      send({ type: 'ERROR', object: tooOld(from, cluster.store.revision()) })
      close()
    },
  }
}

/** To a watch with a selector, an object that begins to match is added, and one that ceases to match is deleted. */
function seenAs({ type, object, previous }: Change, matches: Matches): Change['type'] | undefined {
  const before = previous !== undefined && matches(previous)
  if (type === 'DELETED') return before ? 'DELETED' : undefined
  const after = matches(object)
  if (after) return before ? 'MODIFIED' : 'ADDED'
  return before ? 'DELETED' : undefined
}

function bookmarkOf(resource: Resource, revision: number, more: object = {}): object {
  const metadata = { resourceVersion: String(revision), creationTimestamp: null, ...more }
  return { apiVersion: apiVersionOf(resource), kind: resource.kind, metadata }
}

/** The watch is accepted, and its first event, which comes after that, is its last: not an answer 410, as a list gets. */
function expired(call: Call, from: string, send: (event: WatchEvent) => void, end: () => void): Watch {
  let open = true
  const close = (): void => {
    open = false
    end()
  }
  setImmediate(() => {
    if (!open) return
    send({ type: 'ERROR', object: tooOld(from, call.cluster.store.revision()) })
    close()
  })
  return { call, bookmark: () => {}, expire: () => {}, close }
}

function tooOld(from: string, oldest: number): Status {
  return failure(410, `too old resource version: ${from} (${oldest})`)
}

function checkRevision(text: string): void {
  if (/^\d*$/.test(text)) return
  const reason = `strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`
  refuse(500, `resourceVersion: Invalid value: ${JSON.stringify(text)}: ${reason}`)
}
