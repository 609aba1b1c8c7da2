import { describeKubeError, type KubeClient, type KubeError, type Log } from '@frrkit/k8s'
import { defineStatusReporter, type OptionNames, type StatusReporter } from '@frrkit/plugin'
import { describeVtyError, type VtyPlaces } from '@frrkit/vty'
import { keepSessions } from './keep-sessions.ts'
import { poll } from './poll.ts'
import { type Session, sessionsOf, withMissing } from './session.ts'

export type StatusBgpSessionOptions = VtyPlaces & {
  readonly kube: KubeClient
  /** Where the objects are: that of the daemon. */
  readonly namespace: string
  /** The daemon's pod, which owns the objects: they vanish with it. Nobody owns them when absent. */
  readonly podName?: string
  /** Milliseconds between two looks at bgpd. */
  readonly every?: number
  readonly log?: Log
}

export const optionNames: OptionNames<StatusBgpSessionOptions> = {
  namespace: true,
  podName: true,
  every: true,
  vtyDir: true,
  pathspace: true,
  kube: false,
  log: false,
}

/** Keeps a BGPSessionState for each BGP session of this node, as its bgpd shows them. */
export function statusBgpSession(options: StatusBgpSessionOptions): StatusReporter {
  const { kube, namespace, podName, every = 1_000, log, vtyDir, pathspace } = options
  const node = Promise.withResolvers<string | undefined>()

  return defineStatusReporter({
    name: 'status-bgp-session',
    async report({ hostname }) {
      node.resolve(hostname)
    },
    async run(signal) {
      // Of an abort that came before, nobody hears.
      if (signal.aborted) return
      signal.addEventListener('abort', () => node.resolve(undefined), { once: true })
      const name = await node.promise
      if (name === undefined) return
      let sessions: readonly Session[] | undefined
      const kept = keepSessions({
        kube,
        node: name,
        namespace,
        pod: podName === undefined ? undefined : { namespace, name: podName },
        wanted: () => sessions,
        troubled: (error) => tell(error, name, log),
        signal,
      })
      const polled = poll({
        vtyDir,
        pathspace,
        every,
        seen(neighbors, settled) {
          const found = sessionsOf(name, neighbors)
          sessions = settled ? found : withMissing(found, sessions ?? [])
          kept.look()
        },
        troubled(error) {
          if (error === undefined) log?.info({ node: name }, 'bgpd answers again')
          else log?.warn({ node: name }, `the BGPSessionStates stay as they are: ${describeVtyError(error)}`)
        },
        signal,
      })
      await Promise.all([polled, kept.ended])
    },
  })
}

function tell(error: KubeError | undefined, node: string, log: Log | undefined): void {
  if (error === undefined) log?.info({ node }, 'the BGPSessionStates can be written again')
  else log?.warn({ node }, `the BGPSessionStates are out of date: ${describeKubeError(error)}`)
}
