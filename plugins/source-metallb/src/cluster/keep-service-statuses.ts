import {
  done,
  inTurns,
  type KubeClient,
  type KubeError,
  type KubeResult,
  type OwnerReference,
  ownPod,
  type Pod,
  type Reconciled,
  reconcileWatched,
  recordEvent,
  writeStatus,
} from '@frrkit/k8s'
import type { Announcement } from '../services/verdict.ts'
import {
  type KnownStatus,
  keepStatus,
  nodeSelector,
  planStatuses,
  type ServiceStatus,
  statusOf,
} from './service-status.ts'

export type KeepServiceStatusesOptions = {
  readonly kube: KubeClient
  readonly node: string
  /** MetalLB's. */
  readonly namespace: string
  /** Whose objects they are; nobody's when absent. */
  readonly pod: Pod | undefined
  /** What is announced from this node, undefined while nobody knows; asked at each look. */
  readonly announced: () => readonly Announcement[] | undefined
  readonly troubled: (error: KubeError | undefined) => void
  readonly signal: AbortSignal
}

/** So long the watch may be behind what we created ourselves, in milliseconds. */
const patience = 10_000

/**
 * Keeps one ServiceBGPStatus for each service that peers hear of from this node, and tells a service by an Event when it
 * gets one. A restart finds the objects of before, and has nothing to tell.
 */
export function keepServiceStatuses(options: KeepServiceStatusesOptions): Reconciled<KnownStatus> {
  const { kube, node, namespace, pod, announced, troubled, signal } = options
  const apiVersion = 'metallb.io/v1beta1'
  const collection = { apiVersion, plural: 'servicebgpstatuses', namespace }
  const ownerOf = ownPod(kube, pod, signal)
  /** What we created and the watch has not told us yet: who decides by the watch alone would create it twice. */
  const fresh = new Map<string, { readonly known: KnownStatus; readonly at: number }>()

  async function reconcile(found: readonly KnownStatus[]): Promise<KubeResult<unknown>> {
    const wanted = announced()
    if (wanted === undefined) return done
    const owned = await ownerOf()
    if (!owned.ok) return owned
    const { value: owner } = owned
    const plan = planStatuses(
      withFresh(found),
      wanted.flatMap((announcement) => statusOf(node, announcement)),
      owner,
    )
    const requests = [
      ...plan.remove.map((name) => () => remove(name)),
      ...plan.own.map(
        (name) => () => kube.patch({ ...collection, name }, { metadata: { ownerReferences: [owner] } }, { signal }),
      ),
      ...plan.write.map(
        ({ name, status }) =>
          () =>
            writeStatus(kube, { ...collection, name }, status, { signal }),
      ),
      ...plan.create.map((status) => () => create(status, owner)),
    ]
    // What was written comes back with each answer; thousands of those would wait here for the last one.
    const results = await inTurns(requests.map((request) => () => request().then(withoutAnswer)))
    return results.find((result) => !result.ok && result.error.reason !== 'not-found') ?? done
  }

  function withFresh(found: readonly KnownStatus[]): readonly KnownStatus[] {
    const names = new Set(found.map(({ name }) => name))
    for (const [name, { at }] of fresh) {
      if (names.has(name) || performance.now() - at > patience) fresh.delete(name)
    }
    return [...found, ...[...fresh.values()].map(({ known }) => known)]
  }

  async function create(
    { service, labels, status }: ServiceStatus,
    owner: OwnerReference | undefined,
  ): Promise<KubeResult<unknown>> {
    const ownerReferences = owner === undefined ? {} : { ownerReferences: [owner] }
    const metadata = { generateName: 'bgp-', namespace, labels, ...ownerReferences }
    const created = await kube.create(collection, { apiVersion, kind: 'ServiceBGPStatus', metadata }, { signal })
    if (!created.ok) return created
    const { name } = created.value.metadata
    fresh.set(name, { known: keepStatus({ ...created.value, status }), at: performance.now() })
    const written = await writeStatus(kube, { ...collection, name }, status, { signal })
    if (!written.ok) return written
    const told = await tell(service)
    // Whoever does not grant Events wants none.
    return !told.ok && told.error.reason === 'forbidden' ? done : told
  }

  async function remove(name: string): Promise<KubeResult<unknown>> {
    fresh.delete(name)
    return kube.delete({ ...collection, name }, { signal })
  }

  async function tell({ name, namespace: of }: Announcement['service']): Promise<KubeResult<unknown>> {
    const found = await kube.get({ apiVersion: 'v1', plural: 'services', namespace: of, name }, { signal })
    if (!found.ok) return found
    const { uid } = found.value.metadata
    const regarding = { apiVersion: 'v1', kind: 'Service', name, namespace: of, ...(uid !== undefined && { uid }) }
    const note = `announcing from node "${node}" with protocol "bgp"`
    // Under the name of MetalLB's speaker, by which people look for it.
    const by = { component: 'metallb-speaker', host: node }
    return recordEvent(kube, { regarding, type: 'Normal', reason: 'nodeAssigned', note, ...by }, { signal })
  }

  return reconcileWatched(kube, {
    ...collection,
    labelSelector: nodeSelector(node),
    keep: keepStatus,
    reconcile,
    troubled,
    signal,
  })
}

function withoutAnswer(result: KubeResult<unknown>): KubeResult<unknown> {
  return result.ok ? done : result
}
