import { deepFreeze } from '../deep-freeze.ts'
import type { KubeObject } from './kube-object.ts'

export type Change = {
  readonly revision: number
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  /** The qualified name of the resource. */
  readonly resource: string
  readonly object: KubeObject
  readonly previous?: KubeObject
}

/** Objects by resource, and what became of them: one revision counts all writes, as etcd does. Knows no rules. */
export type Store = {
  readonly revision: () => number
  readonly get: (resource: string, namespace: string | undefined, name: string) => KubeObject | undefined
  /** In the order of namespace and name; as of a revision, if its changes are not forgotten. */
  readonly list: (resource: string, namespace?: string, at?: number) => readonly KubeObject[]
  readonly put: (resource: string, object: KubeObject) => KubeObject
  readonly remove: (resource: string, object: KubeObject) => KubeObject
  /** Every change after a revision; undefined once they are forgotten. */
  readonly since: (revision: number) => readonly Change[] | undefined
  /** Forgets all changes until now. */
  readonly compact: () => void
  /** Calls back after each write; the answer ends it. */
  readonly subscribe: (listener: (change: Change) => void) => () => void
}

/** So many changes are remembered at least: a test that writes for hours must not fill the memory with them. */
const remembered = 10_000

export function createStore(): Store {
  const resources = new Map<string, Map<string, KubeObject>>()
  const listeners = new Set<(change: Change) => void>()
  let changes: Change[] = []
  let revision = 1
  let compacted = 0

  const objects = (resource: string): Map<string, KubeObject> => {
    const known = resources.get(resource) ?? new Map<string, KubeObject>()
    resources.set(resource, known)
    return known
  }
  const record = (change: Omit<Change, 'revision'>): KubeObject => {
    const recorded = deepFreeze({ ...change, revision })
    changes.push(recorded)
    if (changes.length > 2 * remembered) compacted = changes.splice(0, remembered).at(-1)?.revision ?? compacted
    for (const listener of listeners) listener(recorded)
    return recorded.object
  }

  return {
    revision: () => revision,
    get: (resource, namespace, name) => objects(resource).get(keyOf(namespace, name)),
    list(resource, namespace, at = revision) {
      const then = new Map(objects(resource))
      const later = changes.filter((change) => change.resource === resource && change.revision > at)
      for (const { object, previous } of later.toReversed()) {
        if (previous) then.set(keyOfObject(object), previous)
        else then.delete(keyOfObject(object))
      }
      return [...then]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, object]) => object)
        .filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace)
    },
    put(resource, object) {
      const key = keyOfObject(object)
      const previous = objects(resource).get(key)
      revision += 1
      const stored = stamp(object, revision)
      objects(resource).set(key, stored)
      return record({ type: previous ? 'MODIFIED' : 'ADDED', resource, object: stored, ...(previous && { previous }) })
    },
    remove(resource, object) {
      objects(resource).delete(keyOfObject(object))
      revision += 1
      return record({ type: 'DELETED', resource, object: stamp(object, revision), previous: object })
    },
    since: (from) => (from < compacted ? undefined : changes.filter((change) => change.revision > from)),
    compact() {
      changes = []
      compacted = revision
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`
}

function keyOfObject({ metadata }: KubeObject): string {
  if (metadata.name === undefined) throw new Error('BUG: an object without a name cannot be stored')
  return keyOf(metadata.namespace, metadata.name)
}

function stamp(object: KubeObject, revision: number): KubeObject {
  return { ...object, metadata: { ...object.metadata, resourceVersion: String(revision) } }
}
