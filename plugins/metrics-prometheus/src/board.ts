import { collectDefaultMetrics, Registry } from 'prom-client'
import { createAuthorizer } from './authorize.ts'
import { boardRegistry } from './board-registry.ts'
import { health, metricsOf } from './handlers.ts'
import { keepCertificate } from './keep-certificate.ts'
import { keepServing } from './keep-serving.ts'
import { type MetricsPrometheusOptions, settingsOf } from './options.ts'

export type ServeBoardOptions = Omit<MetricsPrometheusOptions, 'frrMetricsBindAddress' | 'vital' | 'within'> & {
  readonly signal: AbortSignal
}

/**
 * Serves what plugins count, and signs of life, for a process that has no FRR; until the signal aborts. Throws at once what is
 * wrong with an option.
 */
export function serveBoard({ signal, kube, log, board, ...options }: ServeBoardOptions): Promise<unknown> {
  const { metricsAt, healthAt, path, secure } = settingsOf({ ...options, ...(kube && { kube }) })
  const failed = (words: string) => log?.warn({}, `metrics: ${words}`)
  const common = { failed, signal, listening: (at: string) => log?.info({}, `metrics: listening on ${at}`) }
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 200 })
  const collect = async () => [registry, ...(board === undefined ? [] : [boardRegistry(board.read())])]
  const authorize = secure && kube ? createAuthorizer({ kube, now: () => performance.now(), failed }) : undefined

  async function metrics(): Promise<void> {
    if (metricsAt === undefined) return
    const certificate = secure && (await keepCertificate({ files: secure.files, every: 10_000, failed, signal }))
    // Asked to end while it waited for the certificate.
    if (secure !== undefined && certificate === undefined) return
    const tls = secure && certificate && { tls: secure.tls, certificate }
    const handle = metricsOf({ path, collect, authorize })
    await Promise.all([certificate?.ended, keepServing({ ...common, at: metricsAt, handle, secure: tls })])
  }
  const probes = healthAt && keepServing({ ...common, at: healthAt, handle: health, secure: undefined })
  return Promise.all([probes, metrics()])
}
