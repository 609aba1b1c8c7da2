import { group, version } from '@frrkit/api'
import {
  done,
  inTurns,
  type KubeClient,
  type KubeError,
  type KubeObject,
  type KubeResult,
  type OwnerReference,
  ownPod,
  type Pod,
  type Reconciled,
  reconcileWatched,
} from '@frrkit/k8s'
import { knownSession } from './known-session.ts'
import { labelValue } from './label-value.ts'
import { type KnownSession, type Plan, plan } from './plan.ts'
import { recentWrites } from './recent-writes.ts'
import { nodeLabel, type Session } from './session.ts'

export type KeepSessionsOptions = {
  readonly kube: KubeClient
  readonly node: string
  readonly namespace: string
  /** Whose objects they are; nobody's when absent. */
  readonly pod: Pod | undefined
  /** The sessions that FRR has, undefined while nobody knows; asked at each look. */
  readonly wanted: () => readonly Session[] | undefined
  readonly troubled: (error: KubeError | undefined) => void
  readonly signal: AbortSignal
}

/** Keeps one BGPSessionState for each session of the node; `look` says that what is wanted may have changed. */
export function keepSessions(options: KeepSessionsOptions): Reconciled<KnownSession> {
  const { kube, node, namespace, pod, wanted, troubled, signal } = options
  const collection = { apiVersion: `${group}/${version}`, plural: 'bgpsessionstates', namespace }
  const writes = recentWrites(() => performance.now())
  const ownerOf = ownPod(kube, pod, signal)

  const watched = reconcileWatched(kube, {
    ...collection,
    labelSelector: `${nodeLabel}=${labelValue(node)}`,
    keep: knownSession,
    reconcile,
    troubled,
    signal,
  })

  async function reconcile(known: readonly KnownSession[]): Promise<KubeResult<unknown>> {
    const sessions = wanted()
    if (sessions === undefined) return done
    const owned = await ownerOf()
    if (!owned.ok) return owned
    const { value: owner } = owned
    const results = await inTurns(stepsOf(plan(writes.over(known), sessions, owner), owner))
    return results.find(({ ok }) => !ok) ?? done
  }

  function stepsOf(
    { create, write, own, remove }: Plan,
    owner: OwnerReference | undefined,
  ): readonly (() => Promise<KubeResult<unknown>>)[] {
    return [
      ...remove.map((object) => async () => {
        const removed = await kube.delete({ ...collection, name: object.name }, { uid: object.uid, signal })
        // Who has the name now is somebody else, or nobody: both are as good.
        const gone = removed.ok || removed.error.reason === 'not-found' || removed.error.reason === 'conflict'
        if (gone) writes.add(object.name, watched.get(object.name), undefined)
        return gone ? done : removed
      }),
      ...own.map(
        ({ name }) =>
          () =>
            save(name, { metadata: { ownerReferences: [owner] } }),
      ),
      ...write.map(
        ({ object, status }) =>
          () =>
            save(object.name, { status }, 'status'),
      ),
      ...create.map((session) => () => add(session, owner)),
    ]
  }

  async function add({ labels, status }: Session, owner: OwnerReference | undefined): Promise<KubeResult<unknown>> {
    const created = await kube.create(
      collection,
      {
        apiVersion: collection.apiVersion,
        kind: 'BGPSessionState',
        metadata: {
          generateName: `${node}-`,
          namespace,
          labels,
          ...(owner !== undefined && { ownerReferences: [owner] }),
        },
      },
      { signal },
    )
    if (!created.ok) return created
    remember(created.value)
    // The API server drops the status of a new object.
    return save(created.value.metadata.name, { status }, 'status')
  }

  async function save(name: string, patch: object, subresource?: 'status'): Promise<KubeResult<unknown>> {
    const saved = await kube.patch({ ...collection, name }, patch, { ...(subresource && { subresource }), signal })
    if (saved.ok) remember(saved.value)
    // Somebody has removed it; the watch will say so, and then it is made again.
    return saved.ok || saved.error.reason === 'not-found' ? done : saved
  }

  function remember(object: KubeObject): void {
    const { name } = object.metadata
    writes.add(name, watched.get(name), knownSession(object))
  }

  return watched
}
