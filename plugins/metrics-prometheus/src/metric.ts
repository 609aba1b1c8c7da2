import { Counter, Gauge, type Registry } from 'prom-client'

/** A number that FRR tells at each scrape: a counter is FRR's own, we only pass it on. */
export type Metric<Reading> = {
  readonly name: string
  readonly type: 'gauge' | 'counter'
  readonly help: string
  readonly value: (reading: Reading) => number
}

export type PeerLabels = { readonly peer: string; readonly vrf: string }

/** Puts every reading of every metric into a registry that has none of them yet. */
export function fill<Reading>(
  registry: Registry,
  metrics: readonly Metric<Reading>[],
  readings: readonly { readonly labels: PeerLabels; readonly reading: Reading }[],
): void {
  for (const { name, type, help, value } of metrics) {
    const options = { name, help, labelNames: ['peer', 'vrf'] as const, registers: [registry] }
    if (type === 'gauge') {
      const gauge = new Gauge(options)
      for (const { labels, reading } of readings) gauge.set(labels, value(reading))
    } else {
      const counter = new Counter(options)
      for (const { labels, reading } of readings) counter.inc(labels, value(reading))
    }
  }
}
