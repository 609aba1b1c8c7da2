import { group, type LogLevel, version } from '@frrkit/api'
import { describeKubeError, type KubeClient } from '@frrkit/k8s'
import { parseFrrk8sConfiguration } from '@frrkit/model'
import type { Log } from './log.ts'

export type FollowLogLevelOptions = {
  readonly kube: KubeClient
  readonly namespace: string
  /** With undefined, the level of the command line holds. */
  readonly setLogLevel: (level: LogLevel | undefined) => void
  readonly log: Log
  readonly signal: AbortSignal
}

/** Does what the FRRK8sConfiguration named `config` says. Resolves after the signal has aborted. */
export function followLogLevel({ kube, namespace, setLogLevel, log, signal }: FollowLogLevelOptions): Promise<void> {
  const apiVersion = `${group}/${version}`
  const settings = kube.listWatch({
    apiVersion,
    plural: 'frrk8sconfigurations',
    namespace,
    fieldSelector: 'metadata.name=config',
    keep: ({ metadata, spec }) => {
      const object = { kind: 'FRRK8sConfiguration', namespace, name: metadata.name }
      const body = { apiVersion, kind: object.kind, metadata: {}, ...(spec !== undefined && { spec }) }
      const parsed = parseFrrk8sConfiguration({ object, apiVersion, body, unknownFields: 'prune' })
      return { level: parsed.ok ? parsed.value.document.spec.logLevel : undefined }
    },
    changed: () => setLogLevel(settings.current()?.[0]?.level),
    troubled: (error) => {
      if (error !== undefined)
        log.warn({ reason: error.reason }, `log level: ${describeKubeError(error)}; trying again`)
    },
    signal,
  })
  return settings.ended
}
