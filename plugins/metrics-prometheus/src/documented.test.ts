import { readFileSync } from 'node:fs'
import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { bfdMetrics } from './bfd-metrics.ts'
import { bgpMetrics } from './bgp-metrics.ts'
import { daemonMetrics } from './daemon-metrics.ts'

const docs = (file: string): string => readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8')
const registry = new Registry()
daemonMetrics(registry, () => 0)
const names = [...bgpMetrics, ...bfdMetrics, ...registry.getMetricsAsArray()].map(({ name }) => name)

/** Metrics that a text names, histograms without their suffix. */
function named(text: string): readonly string[] {
  const found = [...text.matchAll(/\b(?:frrk8s|frrkit)_[a-z0-9_]+/g)].map(([name]) => name)
  return [...new Set(found)].map((name) => (names.includes(name) ? name : name.replace(/_(bucket|sum|count)$/, '')))
}

const alerts = [...docs('alerts.yaml').matchAll(/- alert: (\w+)\n(?: +#.*\n)? +expr: (.*)\n/g)].map(
  ([, alert = '', expr = '']) => ({
    alert,
    expr,
  }),
)

test('docs/operating.md has a row for each metric, and for no other', () => {
  const [, section = ''] = /^## Metrics$(.*?)^## /ms.exec(docs('operating.md')) ?? []
  expect(named(section).toSorted()).toEqual(names.toSorted())
})

test('docs/operating.md says what to do about each alert', () => {
  const rows = [...docs('operating.md').matchAll(/^\| (`Frrkit.*?) \| \[/gm)].flatMap(([, cell = '']) =>
    cell.split(', '),
  )
  expect(rows.toSorted()).toEqual(alerts.map(({ alert }) => `\`${alert}\``).toSorted())
})

test.each(alerts)('$alert asks for metrics and labels that there are', ({ expr }) => {
  expect(named(expr).length).toBeGreaterThan(0)
  expect(named(expr).filter((name) => !names.includes(name))).toEqual([])
  const labels = [...expr.matchAll(/\{(\w+)="(\w+)"\}/g)].map(([, label, value]) => `${label}=${value}`)
  expect(['outcome=rejected', 'outcome=unreachable']).toEqual(expect.arrayContaining(labels))
})
