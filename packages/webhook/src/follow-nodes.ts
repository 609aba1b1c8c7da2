import { describeKubeError, type KubeClient } from '@frrkit/k8s'
import type { KnownNode } from './admission/node-groups.ts'
import type { FollowedNodes } from './admission/read-view.ts'
import type { Log } from './log.ts'

/** The names and labels of all Nodes. `known` resolves when they are there, or when it is known why not. */
export function followNodes(
  kube: KubeClient,
  log: Log,
  signal: AbortSignal,
): FollowedNodes & { readonly known: Promise<void>; readonly ended: Promise<void> } {
  const known = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => known.resolve(), { once: true })
  const nodes = kube.listWatch({
    apiVersion: 'v1',
    plural: 'nodes',
    keep: ({ metadata: { name, labels = {} } }): KnownNode => ({ name, labels }),
    changed: () => known.resolve(),
    troubled: (error) => {
      if (error !== undefined) log.warn({ reason: error.reason }, `nodes: ${describeKubeError(error)}; trying again`)
      known.resolve()
    },
    signal,
  })
  return {
    current: () => nodes.current(),
    trouble: () => nodes.trouble(),
    known: known.promise,
    ended: nodes.ended,
  }
}
