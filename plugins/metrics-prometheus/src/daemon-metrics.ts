import type { NodeReport, Outcome } from '@frrkit/plugin'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What the reports say, counted. */
export type DaemonMetrics = { observe(report: NodeReport): void }

const seconds = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30]

/** Registers the metrics of the daemon; `now` in milliseconds. */
export function daemonMetrics(registry: Registry, now: () => number): DaemonMetrics {
  const registers = [registry]
  const updates = new Counter({
    name: 'frrk8s_k8s_client_updates_total',
    help: 'Number of k8s object updates that have been processed.',
    registers,
  })
  const errors = new Counter({
    name: 'frrk8s_k8s_client_update_errors_total',
    help: 'Number of k8s object updates that failed for some reason.',
    registers,
  })
  const loaded = new Gauge({
    name: 'frrk8s_k8s_client_config_loaded_bool',
    help: '1 if the configuration was successfully loaded at least once.',
    registers,
  })
  const stale = new Gauge({
    name: 'frrk8s_k8s_client_config_stale_bool',
    help: '1 if running on a stale configuration, because the latest config failed to load.',
    registers,
  })
  const compile = new Histogram({
    name: 'frrkit_compile_duration_seconds',
    help: 'Time from the objects to a configuration, or to the problems that stand against it.',
    buckets: seconds,
    registers,
  })
  const apply = new Histogram({
    name: 'frrkit_apply_duration_seconds',
    help: 'Time from handing a configuration to the reloader to the answer of FRR.',
    labelNames: ['outcome', 'path'],
    buckets: seconds,
    registers,
  })
  const reloads = new Counter({
    name: 'frrkit_reloads_total',
    help: 'Number of reloads by outcome (accepted, rejected, unreachable) and by the reloader that did it.',
    labelNames: ['outcome', 'path'],
    registers,
  })
  let lastGood: number | undefined
  const age = new Gauge({
    name: 'frrkit_last_good_apply_age_seconds',
    help: 'Seconds since FRR took a configuration last; absent before the first time.',
    registers: [],
    collect() {
      if (lastGood === undefined) this.remove({})
      else this.set((now() - lastGood) / 1000)
    },
  })
  registry.registerMetric(age)
  const problems = new Gauge({
    name: 'frrkit_problems',
    help: 'Number of problems with the objects that speak on this node, by code and severity.',
    labelNames: ['code', 'severity'],
    registers,
  })
  const leftOut = new Gauge({
    name: 'frrkit_quarantined_objects',
    help: 'Number of objects that were left out so that the others could be applied.',
    registers,
  })
  const drift = new Gauge({
    name: 'frrkit_drift_bool',
    help: '1 while FRR runs something that somebody changed by hand.',
    registers,
  })

  const observeConversion = ({ ok, took, ...conversion }: NodeReport['conversion']) => {
    updates.inc()
    errors.inc(ok ? 0 : 1)
    if (ok) loaded.set(1)
    stale.set(ok ? 0 : 1)
    if (took !== undefined) compile.observe(took / 1000)
    problems.reset()
    for (const { code, severity } of conversion.problems) problems.inc({ code, severity })
    leftOut.set(conversion.leftOut.length)
  }
  const observeReload = (outcome: Outcome) => {
    const labels = { outcome: outcome.status, path: outcome.by ?? '' }
    reloads.inc(labels)
    if (outcome.took !== undefined) apply.observe(labels, outcome.took / 1000)
    if (outcome.status === 'accepted') lastGood = now()
  }

  let last: NodeReport | undefined
  return {
    observe(report) {
      // Each conversion and each reload has an object of its own; a report may repeat those of before.
      if (report.conversion !== last?.conversion) observeConversion(report.conversion)
      if (report.reload !== undefined && report.reload !== last?.reload) observeReload(report.reload)
      drift.set(report.drift === undefined || report.drift === '' ? 0 : 1)
      last = report
    },
  }
}
