import { describeKubeError, type KubeClient, type KubeError, type Log } from '@frrkit/k8s'
import { defineStatusReporter, type OptionNames, type StatusReporter } from '@frrkit/plugin'
import { keepNodeState } from './keep-node-state.ts'
import { type NodeStateStatus, nodeStateStatus } from './node-state.ts'

export type StatusNodeStateOptions = {
  readonly kube: KubeClient
  readonly log?: Log
  /** Milliseconds between two writes at least; the first after a quiet time is at once. */
  readonly interval?: number
}

export const optionNames: OptionNames<StatusNodeStateOptions> = { interval: true, kube: false, log: false }

/** Keeps the FRRNodeState of this node as the reports say, also when somebody else changes or deletes it. */
export function statusNodeState({ kube, log, interval = 300 }: StatusNodeStateOptions): StatusReporter {
  const node = Promise.withResolvers<string | undefined>()
  let wanted: NodeStateStatus | undefined
  let look: (() => void) | undefined

  return defineStatusReporter({
    name: 'status-node-state',
    readsRunning: true,
    async report(report) {
      wanted = nodeStateStatus(report)
      node.resolve(report.hostname)
      look?.()
    },
    async run(signal) {
      // Of an abort that came before, nobody hears.
      if (signal.aborted) return
      signal.addEventListener('abort', () => node.resolve(undefined), { once: true })
      const name = await node.promise
      if (name === undefined) return
      const kept = keepNodeState({
        kube,
        node: name,
        wanted: () => wanted,
        interval,
        troubled: (error) => tell(error, name, log),
        dropped: once((field) =>
          log?.warn({ node: name, field }, `this cluster's FRRNodeState has no status.${field}: apply frrkit's CRDs`),
        ),
        signal,
      })
      look = kept.look
      look()
      await kept.ended
    },
  })
}

function tell(error: KubeError | undefined, node: string, log: Log | undefined): void {
  if (error === undefined) log?.info({ node }, 'the FRRNodeState can be written again')
  else log?.warn({ node }, `the FRRNodeState is out of date: ${describeKubeError(error)}`)
}

/** Calls it once with each text. */
function once(say: (text: string) => void): (text: string) => void {
  const said = new Set<string>()
  return (text) => {
    if (!said.has(text)) say(text)
    said.add(text)
  }
}
