import { describeKubeError, type KubeClient, type KubeError, type Log, type Pod } from '@frrkit/k8s'
import { defineStatusReporter, type StatusReporter } from '@frrkit/plugin'
import type { Announced } from './announced.ts'
import { keepConfigurationState } from './keep-configuration-state.ts'
import { keepServiceStatuses } from './keep-service-statuses.ts'

export type StatusOptions = {
  readonly kube: KubeClient
  readonly nodeName: string
  readonly metallbNamespace: string
  /** Whose the ServiceBGPStatuses are. An owner in another namespace would make Kubernetes collect them at once. */
  readonly pod: Pod | undefined
  readonly log: Log
}

/** Tells MetalLB's users what is announced from this node, or why not: ServiceBGPStatus, Events, ConfigurationState. */
export function metallbStatus(options: StatusOptions, announced: Announced): StatusReporter {
  let look: (() => void) | undefined
  return defineStatusReporter({
    name: 'status-metallb',
    async report({ conversion }) {
      if (conversion.ok) announced.accept()
      look?.()
    },
    async run(signal) {
      const kept = keepStatuses(options, announced, signal)
      look = kept.look
      look()
      await kept.ended
    },
  })
}

export function keepStatuses(
  { kube, nodeName: node, metallbNamespace: namespace, pod, log }: StatusOptions,
  announced: Announced,
  signal: AbortSignal,
): { readonly look: () => void; readonly ended: Promise<unknown> } {
  const common = { kube, node, namespace, pod, signal }
  const statuses = keepServiceStatuses({
    ...common,
    announced: announced.current,
    troubled: (error) => tell(error, 'the ServiceBGPStatuses', node, log),
  })
  const state = keepConfigurationState({
    ...common,
    verdict: announced.verdict,
    troubled: (error) => tell(error, 'the ConfigurationState', node, log),
  })
  return {
    look() {
      statuses.look()
      state.look()
    },
    ended: Promise.all([statuses.ended, state.ended]),
  }
}

function tell(error: KubeError | undefined, what: string, node: string, log: Log): void {
  if (error === undefined) log.info({ node }, `${what} of this node can be written again`)
  else log.warn({ node }, `${what} of this node cannot be kept: ${describeKubeError(error)}`)
}
