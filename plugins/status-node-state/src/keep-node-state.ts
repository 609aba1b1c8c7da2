import { isDeepStrictEqual } from 'node:util'
import { group, version } from '@frrkit/api'
import {
  done,
  type KubeClient,
  type KubeError,
  type KubeObject,
  type KubeResult,
  type Reconciled,
  reconcileWatched,
  writeStatus,
} from '@frrkit/k8s'
import type { NodeStateStatus } from './node-state.ts'
import { type KnownStatus, statusPatch } from './status-patch.ts'

export type KeepNodeStateOptions = {
  readonly kube: KubeClient
  readonly node: string
  /** What the status shall be; asked at each look. */
  readonly wanted: () => NodeStateStatus | undefined
  readonly interval: number
  /** A failure, and undefined once it is over. */
  readonly troubled: (error: KubeError | undefined) => void
  /** The CRD in this cluster does not know the field: the API server has dropped it. */
  readonly dropped: (field: string) => void
  readonly signal: AbortSignal
}

/** Writes the object whenever it is not as wanted, whoever changed it; `look` says that what is wanted may have changed. */
export function keepNodeState(options: KeepNodeStateOptions): Reconciled<Found> {
  const { kube, node, wanted, interval, troubled, dropped, signal } = options
  const apiVersion = `${group}/${version}`
  const object = { apiVersion, plural: 'frrnodestates', name: node }
  const otherwise = { apiVersion, kind: 'FRRNodeState', metadata: { name: node } }
  /** The answer to our last write, until the watch says anything; then the watch is right. */
  let answered: KnownStatus | undefined
  let heard = 0
  let settled: { readonly wanted: NodeStateStatus; readonly known: KnownStatus } | undefined

  async function reconcile([found]: readonly Found[]): Promise<KubeResult<unknown>> {
    const status = wanted()
    if (status === undefined) return done
    const known = answered ?? found?.status
    const patch = statusPatch(known ?? {}, status)
    if (known !== undefined && (patch === undefined || isAsGoodAsItGets(known, status))) return done
    const heardBefore = heard
    const written = await writeStatus(kube, object, patch ?? status, { otherwise, signal })
    if (!written.ok) return written
    const now = statusOf(written.value)
    // What the watch said meanwhile may be what somebody wrote right after us.
    if (heard === heardBefore) answered = now
    settled = { wanted: status, known: now }
    for (const field of Object.keys(statusPatch(now, status) ?? {})) dropped(field)
    return done
  }
  /** Whether the API server made the same of the same before: a CRD without a field drops it. */
  function isAsGoodAsItGets(known: KnownStatus, status: NodeStateStatus): boolean {
    return settled !== undefined && isDeepStrictEqual({ wanted: status, known }, settled)
  }
  return reconcileWatched(kube, {
    apiVersion,
    plural: object.plural,
    fieldSelector: `metadata.name=${node}`,
    keep: (own) => ({ status: statusOf(own), resourceVersion: own.metadata.resourceVersion }),
    changed() {
      answered = undefined
      heard++
    },
    reconcile,
    interval,
    troubled,
    signal,
  })
}

type Found = { readonly status: KnownStatus; readonly resourceVersion: string | undefined }

function statusOf({ status }: KubeObject): KnownStatus {
  return Object(status ?? {}) as KnownStatus
}
