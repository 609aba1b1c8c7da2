import { createHash } from 'node:crypto'
import type { KubeClient } from './client.ts'
import type { KubeResult } from './kube-error.ts'
import type { KubeObject } from './kube-object.ts'

/** Something that happened to an object, for `kubectl describe` and `kubectl get events`. */
export type KubeEvent = {
  readonly regarding: {
    readonly apiVersion: string
    readonly kind: string
    readonly name: string
    readonly namespace?: string
    readonly uid?: string
  }
  readonly type: 'Normal' | 'Warning'
  /** CamelCase, for machines: `MergeConflict`. */
  readonly reason: string
  /** CamelCase, what was being done: `Merging`. */
  readonly action?: string
  /** For people; cut to what the API server takes. */
  readonly note: string
  /** Who says so: `frrkit`. */
  readonly component: string
  /** Which one of them: the name of the node. */
  readonly host: string
}

export type RecordEventOptions = { readonly now?: () => Date; readonly signal?: AbortSignal }

/** More than this the API server refuses. */
const longestNote = 1024

type Counted = KubeObject & { readonly count?: number }

/** Writes the event; one that is there already, word for word, counts up instead. */
export async function recordEvent(
  kube: KubeClient,
  event: KubeEvent,
  { now = () => new Date(), signal }: RecordEventOptions = {},
): Promise<KubeResult<KubeObject>> {
  const { regarding, component, host, note, type, reason, action } = event
  // Events of cluster-scoped objects live in the namespace default, which is where kubectl looks for them.
  const namespace = regarding.namespace ?? 'default'
  // The events of core/v1: kubectl shows them beside those of events.k8s.io, and roles for daemons mostly name these.
  const events = { apiVersion: 'v1', plural: 'events', namespace }
  const name = `${regarding.name.slice(0, 200)}.${digest(event)}`
  const time = `${now().toISOString().slice(0, 19)}Z`
  const body = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name, namespace },
    involvedObject: regarding,
    type,
    reason,
    ...(action !== undefined && { action }),
    message: note.length > longestNote ? `${note.slice(0, longestNote - 1)}…` : note,
    source: { component, host },
    reportingComponent: component,
    reportingInstance: host,
    count: 1,
    firstTimestamp: time,
    lastTimestamp: time,
  }
  const created = await kube.create(events, body, { signal })
  if (created.ok || created.error.reason !== 'already-exists') return created
  const found = await kube.get<Counted>({ ...events, name }, { signal })
  if (!found.ok) return found
  return kube.patch({ ...events, name }, { count: (found.value.count ?? 1) + 1, lastTimestamp: time }, { signal })
}

/** One event says one thing about one object, by one reporter. */
function digest(event: KubeEvent): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('hex').slice(0, 16)
}
