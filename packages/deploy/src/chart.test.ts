import { expect, test, vi } from 'vitest'
import { chart, helm } from './helm.ts'
import { kustomize } from './kustomize.ts'
import { renderChart } from './render-chart.ts'

// The first call of helm or kubectl on a machine unpacks it, which takes seconds.
vi.setConfig({ testTimeout: 60_000 })

test('helm lint has nothing against the chart', async () => {
  expect(await helm(['lint', '--strict', chart])).toContain('1 chart(s) linted, 0 chart(s) failed')
})

test.each([
  {
    case: 'a name that does not exist',
    values: { frrk8s: { logLevl: 'debug' } },
    says: "additional properties 'logLevl' not allowed",
  },
  {
    case: 'a port out of range',
    values: { frrk8s: { webhookPort: 0 } },
    says: "'/frrk8s/webhookPort': minimum: got 0, want 1",
  },
  {
    case: 'a level that does not exist',
    values: { frrk8s: { logLevel: 'loud' } },
    says: "'/frrk8s/logLevel': value must be one of",
  },
  {
    case: 'Prometheus without its account',
    values: { prometheus: { rbacPrometheus: true } },
    says: 'prometheus.serviceAccount: name the service account of Prometheus',
  },
])('values are refused: $case', async ({ values, says }) => {
  await expect(renderChart(values)).rejects.toThrow(says)
})

/** A selector cannot be changed: an update in place depends on it, and so does the way back. */
test.each([
  {
    case: 'the chart',
    render: () => renderChart(),
    daemons: 'frr-k8s',
    selectors: [
      {
        'app.kubernetes.io/name': 'frr-k8s',
        'app.kubernetes.io/instance': 'frr-k8s',
        'app.kubernetes.io/component': 'frr-k8s',
      },
      { 'app.kubernetes.io/component': 'statuscleaner' },
    ],
  },
  {
    case: 'the manifests',
    render: () => kustomize(),
    daemons: 'frr-k8s-daemon',
    selectors: [{ 'control-plane': 'frr-k8s' }, { 'control-plane': 'frr-k8s-statuscleaner' }],
  },
])('$case: names and selectors by which frr-k8s is updated in place', async ({ render, daemons, selectors }) => {
  const workloads = (await render())
    .filter(({ kind }) => kind === 'DaemonSet' || kind === 'Deployment')
    .toSorted((a, b) => a.kind.localeCompare(b.kind))
  expect(workloads.map(({ metadata }) => metadata.name)).toEqual([daemons, 'frr-k8s-statuscleaner'])
  expect(workloads.map(({ spec }) => Object(spec).selector.matchLabels)).toEqual(selectors)
  for (const { spec } of workloads) {
    const { selector, template } = Object(spec)
    expect(template.metadata.labels).toMatchObject(selector.matchLabels)
  }
})
