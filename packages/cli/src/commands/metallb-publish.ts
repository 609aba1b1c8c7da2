import { hostname } from 'node:os'
import type { LogLevel } from '@frrkit/api'
import { createKubeClient } from '@frrkit/k8s'
import { serveBoard } from '@frrkit/metrics-prometheus/board'
import { createMetricBoard } from '@frrkit/plugin'
import { publishMetallb } from '@frrkit/source-metallb'
import type { ExitCode, Io } from '../io.ts'
import { createLogger } from '../log.ts'
import type { Output } from '../print-problems.ts'

export type MetallbPublishOptions = {
  readonly kubeconfig?: string
  readonly nodeName?: string
  readonly namespace?: string
  readonly frrk8sNamespace?: string
  readonly podName?: string
  readonly lbClass?: string
  readonly ignoreExcludeLb?: boolean
  readonly frrk8sSecretPassthrough: boolean
  readonly logLevel?: LogLevel
  readonly port: number
  readonly healthProbePort: number
  readonly metricsCertDir?: string
  readonly tlsMinVersion?: string
  readonly tlsCipherSuites?: string
  readonly tlsCurvePreferences?: string
  readonly output?: Output
}

/** Publishes what MetalLB's objects mean for one node until SIGINT or SIGTERM; what is published stays. */
export async function metallbPublishCommand(options: MetallbPublishOptions, io: Io): Promise<ExitCode> {
  const { kubeconfig, namespace, frrk8sNamespace, podName, lbClass, ignoreExcludeLb } = options
  const nodeName = options.nodeName || hostname()
  const json = options.output === undefined ? io.stdout.isTTY !== true : options.output === 'json'
  const log = createLogger(io.stdout, { json, level: options.logLevel ?? 'info' })
  const kube = createKubeClient(kubeconfig === undefined ? {} : { kubeconfig })
  const stop = new AbortController()
  const board = createMetricBoard()
  let served: Promise<unknown>
  try {
    served = serveBoard({ kube, log, board, ...listening(options), signal: stop.signal })
  } catch (error) {
    // What is wrong with an option for TLS: nothing that would be better after another try.
    log.error({}, `metrics cannot be served: ${error instanceof Error ? error.message : String(error)}`)
    await kube.close()
    return 1
  }
  const published = publishMetallb({
    kube,
    nodeName,
    log,
    board,
    secretPassthrough: options.frrk8sSecretPassthrough,
    ...(namespace !== undefined && { metallbNamespace: namespace }),
    ...(frrk8sNamespace !== undefined && { frrk8sNamespace }),
    ...(podName !== undefined && { podName }),
    ...(lbClass !== undefined && { loadBalancerClass: lbClass }),
    ...(ignoreExcludeLb !== undefined && { ignoreExcludeLB: ignoreExcludeLb }),
    signal: stop.signal,
  })
  const signal = await Promise.race([io.ended('SIGINT'), io.ended('SIGTERM')])
  log.info({ signal }, `${signal}: stopping; what is published stays`)
  stop.abort()
  await Promise.all([published, served])
  await kube.close()
  return 0
}

function listening({ port, healthProbePort, ...options }: MetallbPublishOptions) {
  const { metricsCertDir, tlsMinVersion, tlsCipherSuites, tlsCurvePreferences } = options
  return {
    metricsBindAddress: port === 0 ? '0' : `0.0.0.0:${port}`,
    healthProbeBindAddress: healthProbePort === 0 ? '0' : `127.0.0.1:${healthProbePort}`,
    ...(metricsCertDir !== undefined && { metricsCertDir }),
    ...(tlsMinVersion !== undefined && { tlsMinVersion }),
    ...(tlsCipherSuites !== undefined && { tlsCipherSuites }),
    ...(tlsCurvePreferences !== undefined && { tlsCurvePreferences }),
  }
}
