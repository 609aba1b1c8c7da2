import type { MetricFamily } from '@frrkit/plugin'
import { Counter, Gauge, Registry } from 'prom-client'

/** What other plugins count, in a registry for one scrape. */
export function boardRegistry(families: readonly MetricFamily[]): Registry {
  const registry = new Registry()
  for (const { name, help, type, samples } of families) {
    const labelNames = Object.keys(samples[0]?.labels ?? {})
    const options = { name, help, labelNames, registers: [registry] }
    const metric = type === 'gauge' ? new Gauge(options) : new Counter(options)
    // prom-client shows a metric without labels as 0 before anybody has counted; one with labels not at all.
    for (const { labels, value } of samples) metric.inc(labels, value)
  }
  return registry
}
