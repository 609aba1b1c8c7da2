import { group, version } from '@frrkit/api'
import {
  type Collection,
  describeKubeError,
  done,
  type KubeClient,
  type KubeObject,
  type KubeResult,
  reconcileLoop,
} from '@frrkit/k8s'
import type { Log } from '../log.ts'
import { orphans, type Report } from './orphans.ts'

export type CleanOptions = {
  readonly kube: KubeClient
  readonly namespace: string
  /** Label selector of the daemons' pods. */
  readonly daemons: string
  readonly log: Log
  readonly signal: AbortSignal
}

const apiVersion = `${group}/${version}`

/** Deletes what daemons have written about nodes that they have left. Resolves after the signal has aborted. */
export async function clean({ kube, namespace, daemons, log, signal }: CleanOptions): Promise<void> {
  const states = { apiVersion, plural: 'frrnodestates' }
  const sessions = { apiVersion, plural: 'bgpsessionstates', namespace }
  const pods = { apiVersion: 'v1', plural: 'pods', namespace, labelSelector: daemons }
  const changed = () => loop.request()

  const reports = [
    { of: states, found: kube.listWatch({ ...states, keep: stateReport, changed, signal }) },
    { of: sessions, found: kube.listWatch({ ...sessions, keep: sessionReport, changed, signal }) },
  ]
  const known = kube.listWatch({ ...pods, keep: nodeOfPod, changed, signal })
  const loop = reconcileLoop({
    reconcile,
    troubled: (error) => {
      if (error !== undefined) log.warn({ reason: error.reason }, `cleaner: ${describeKubeError(error)}; trying again`)
    },
    signal,
  })

  const candidates = (nodes: ReadonlySet<string>) =>
    reports.flatMap(({ of, found }) => orphans(found.current() ?? [], nodes).map((report) => ({ of, report })))

  async function reconcile(): Promise<KubeResult<unknown>> {
    const seen = known.current()
    if (seen === undefined) return done
    if (candidates(new Set(seen.map(({ node }) => node))).length === 0) return done
    // A pod that has just come reports before our watch has heard of it.
    const listed = await kube.list(pods, { signal })
    if (!listed.ok) return listed
    const nodes = new Set(listed.value.map((pod) => nodeOfPod(pod).node))
    let failure: KubeResult<unknown> | undefined
    for (const { of, report } of candidates(nodes)) {
      const removed = await remove(of, report)
      if (!removed.ok) failure ??= removed
    }
    return failure ?? done
  }

  async function remove(of: Collection, { name, uid, node }: Report): Promise<KubeResult<unknown>> {
    const removed = await kube.delete({ ...of, name }, { uid, signal })
    // Gone already, or somebody has made it anew: both are as good.
    if (!removed.ok) return ['not-found', 'conflict'].includes(removed.error.reason) ? done : removed
    log.info({ plural: of.plural, name }, `removed ${of.plural} ${name}: no daemon runs on node ${node}`)
    return done
  }
  await Promise.all([loop.ended, known.ended, ...reports.map(({ found }) => found.ended)])
}

function stateReport({ metadata }: KubeObject): Report {
  return { name: metadata.name, uid: metadata.uid ?? '', node: metadata.name }
}

/** Without a status it is a second old, or its daemon died in that second: then its owner reference ends it. */
function sessionReport({ metadata, status }: KubeObject): Report | undefined {
  const { node } = Object(status ?? {}) as { readonly node?: unknown }
  return typeof node === 'string' && node !== '' ? { name: metadata.name, uid: metadata.uid ?? '', node } : undefined
}

function nodeOfPod({ spec }: KubeObject): { readonly node: string } {
  const { nodeName } = Object(spec ?? {}) as { readonly nodeName?: unknown }
  return { node: typeof nodeName === 'string' ? nodeName : '' }
}
