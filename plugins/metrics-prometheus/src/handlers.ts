import type { VtyPlaces } from '@frrkit/vty'
import type { Registry } from 'prom-client'
import type { Authorizer } from './authorize.ts'
import { livenessOf } from './live-daemons.ts'
import type { Handler } from './serve.ts'

const notFound = { status: 404, body: '404 page not found\n' }

/** A plain sign of life: it says that this process answers, not that FRR does. */
export const health: Handler = async ({ path }) =>
  path === '/healthz' || path === '/readyz' || path === '/livez' ? { status: 200, body: 'ok' } : notFound

export type MetricsOptions = {
  readonly path: string
  /** Everything that is served here; asked at each scrape. */
  readonly collect: () => Promise<readonly Registry[]>
  /** Who asks; everybody may when absent. */
  readonly authorize: Authorizer | undefined
}

export type MetricsHandlerOptions = MetricsOptions & {
  readonly places: VtyPlaces
  readonly vital: readonly string[]
}

/** Metrics for those who may, and `/livez` for everybody: kubelet has no token. */
export function metricsHandler({ places, vital, ...options }: MetricsHandlerOptions): Handler {
  const metrics = metricsOf(options)
  return async (request, signal) => {
    if (request.path !== '/livez') return metrics(request, signal)
    const { status, words } = await livenessOf(vital, places, 1_000)
    return { status, body: words }
  }
}

/** Metrics for those who may. */
export function metricsOf({ path, collect, authorize }: MetricsOptions): Handler {
  return async (request, signal) => {
    if (request.path !== path) return notFound
    const { status, words } = (await authorize?.(request.authorization, path, signal)) ?? { status: 200, words: '' }
    if (status !== 200) return { status, body: `${words}\n` }
    const registries = await collect()
    const texts = await Promise.all(registries.map((registry) => registry.metrics()))
    return { status: 200, body: texts.join(''), type: 'text/plain; version=0.0.4; charset=utf-8' }
  }
}
