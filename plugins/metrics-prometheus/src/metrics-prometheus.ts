import { defineStatusReporter, type StatusReporter } from '@frrkit/plugin'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { createAuthorizer } from './authorize.ts'
import { boardRegistry } from './board-registry.ts'
import { daemonMetrics } from './daemon-metrics.ts'
import { health, metricsHandler } from './handlers.ts'
import { keepCertificate } from './keep-certificate.ts'
import { keepServing } from './keep-serving.ts'
import { type MetricsPrometheusOptions, settingsOf } from './options.ts'
import { frrScraper } from './scrape-frr.ts'

export type { MetricsPrometheusOptions }

const now = () => performance.now()

/** Serves the metrics of FRR and of the daemon, and signs of life. Throws what is wrong with an option. */
export function metricsPrometheus(options: MetricsPrometheusOptions): StatusReporter {
  const { kube, log, board, vtyDir, pathspace } = options
  const { metricsAt, frrAt, healthAt, path, secure, vital, within } = settingsOf(options)
  const failed = (words: string) => log?.warn({}, `metrics: ${words}`)
  const registry = new Registry()
  const metrics = daemonMetrics(registry, now)

  async function run(signal: AbortSignal): Promise<void> {
    // Its own default looks a hundred times a second whether the loop is late.
    collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 200 })
    const frr = frrScraper({ vtyDir, pathspace, within, failed })
    const common = { failed, signal, listening: (at: string) => log?.info({}, `metrics: listening on ${at}`) }
    const probes = healthAt && keepServing({ ...common, at: healthAt, handle: health, secure: undefined })
    const certificate = secure && (await keepCertificate({ files: secure.files, every: 10_000, failed, signal }))
    // Asked to end while it waited for the certificate.
    if (secure !== undefined && certificate === undefined) return probes
    const rest = {
      path,
      places: { vtyDir, pathspace },
      vital,
      authorize: secure && kube ? createAuthorizer({ kube, now, failed }) : undefined,
    }
    const tls = secure && certificate && { tls: secure.tls, certificate }
    const own = () => [registry, ...(board === undefined ? [] : [boardRegistry(board.read())])]
    const together = frrAt === undefined ? async () => [...own(), await frr.scrape()] : async () => own()
    const apart = async () => [await frr.scrape()]
    await Promise.all([
      probes,
      certificate?.ended,
      metricsAt &&
        keepServing({ ...common, at: metricsAt, handle: metricsHandler({ ...rest, collect: together }), secure: tls }),
      frrAt && keepServing({ ...common, at: frrAt, handle: metricsHandler({ ...rest, collect: apart }), secure: tls }),
    ])
    frr.close()
  }
  return defineStatusReporter({
    name: 'metrics-prometheus',
    report: async (report) => metrics.observe(report),
    run,
  })
}
