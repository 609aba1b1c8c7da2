import { describeKubeError, type KubeClient, type KubeError, type Log, type Pod } from '@frrkit/k8s'
import { defineStatusReporter, type StatusReporter } from '@frrkit/plugin'
import type { Announced } from './announced.ts'
import { keepServiceStatuses } from './keep-service-statuses.ts'

export type StatusOptions = {
  readonly kube: KubeClient
  readonly nodeName: string
  readonly metallbNamespace: string
  /** Whose the ServiceBGPStatuses are. An owner in another namespace would make Kubernetes collect them at once. */
  readonly pod: Pod | undefined
  readonly log: Log
}

/** Tells MetalLB's users what is announced from this node: ServiceBGPStatus and Events. */
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
  { kube, nodeName, metallbNamespace, pod, log }: StatusOptions,
  announced: Announced,
  signal: AbortSignal,
): ReturnType<typeof keepServiceStatuses> {
  return keepServiceStatuses({
    kube,
    node: nodeName,
    namespace: metallbNamespace,
    pod,
    announced: announced.current,
    troubled: (error) => tell(error, nodeName, log),
    signal,
  })
}

function tell(error: KubeError | undefined, node: string, log: Log): void {
  if (error === undefined) log.info({ node }, 'the ServiceBGPStatuses can be written again')
  else log.warn({ node }, `the ServiceBGPStatuses are out of date: ${describeKubeError(error)}`)
}
