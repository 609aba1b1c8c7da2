import {
  done,
  type KubeClient,
  type KubeError,
  type KubeResult,
  type OwnerReference,
  ownPod,
  type Pod,
  type Reconciled,
  reconcileWatched,
} from '@frrkit/k8s'
import {
  type KnownState,
  keepState,
  needsOwner,
  stateLabels,
  stateName,
  statusFor,
  type Verdict,
} from './configuration-state.ts'

export type KeepConfigurationStateOptions = {
  readonly kube: KubeClient
  readonly node: string
  /** MetalLB's. */
  readonly namespace: string
  /** Whose object it is; nobody's when absent. */
  readonly pod: Pod | undefined
  /** Undefined while nobody knows, and while MetalLB's speaker does this itself; asked at each look. */
  readonly verdict: () => Verdict | undefined
  readonly troubled: (error: KubeError | undefined) => void
  readonly signal: AbortSignal
}

/** As the speaker does, so that the speaker can go on writing it where it comes back. */
const fieldManager = 'configReconciler'

/** Keeps the ConfigurationState `speaker-<node>`, which says whether MetalLB's objects are right as seen from this node. */
export function keepConfigurationState(options: KeepConfigurationStateOptions): Reconciled<KnownState> {
  const { kube, node, namespace, pod, verdict, troubled, signal } = options
  const apiVersion = 'metallb.io/v1beta1'
  const collection = { apiVersion, plural: 'configurationstates', namespace }
  const name = stateName(node)
  const object = { ...collection, name }
  const ownerOf = ownPod(kube, pod, signal)

  async function reconcile([known]: readonly KnownState[]): Promise<KubeResult<unknown>> {
    const wanted = verdict()
    if (wanted === undefined) return done
    const owner = await ownerOf()
    if (!owner.ok) return owner
    const held = known === undefined ? await create(owner.value) : await own(known, owner.value)
    if (!held.ok) return held
    const status = statusFor(wanted, known, new Date())
    if (status === undefined) return done
    const body = { apiVersion, kind: 'ConfigurationState', metadata: { name, namespace }, status }
    const written = await kube.patch(object, body, {
      type: 'apply',
      fieldManager,
      force: true,
      subresource: 'status',
      signal,
    })
    // Gone in the meantime: the watch tells, and then it is made anew.
    return !written.ok && written.error.reason === 'not-found' ? done : written
  }

  async function create(owner: OwnerReference | undefined): Promise<KubeResult<unknown>> {
    const ownerReferences = owner === undefined ? {} : { ownerReferences: [owner] }
    const metadata = { name, namespace, labels: stateLabels(node), ...ownerReferences }
    const created = await kube.create(collection, { apiVersion, kind: 'ConfigurationState', metadata }, { signal })
    return !created.ok && created.error.reason === 'already-exists' ? done : created
  }

  async function own(known: KnownState, owner: OwnerReference | undefined): Promise<KubeResult<unknown>> {
    if (!needsOwner(known, owner)) return done
    return kube.patch(object, { metadata: { ownerReferences: [owner] } }, { signal })
  }

  return reconcileWatched(kube, {
    ...collection,
    fieldSelector: `metadata.name=${name}`,
    keep: keepState,
    reconcile,
    troubled,
    signal,
  })
}
