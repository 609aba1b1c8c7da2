import type { Problem } from '@frrkit/model'
import type { NodeReport } from '@frrkit/plugin'
import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { daemonMetrics } from './daemon-metrics.ts'

/** The series of a registry, without the lines of comments; histograms by sum and count only. */
async function series(registry: Registry): Promise<readonly string[]> {
  const lines = (await registry.metrics()).split('\n')
  return lines.filter((line) => line !== '' && !line.startsWith('#') && !line.includes('_bucket'))
}

const problem = (severity: Problem['severity']): Problem => ({
  code: 'merge/conflict',
  severity,
  subject: '',
  field: '',
  reason: '',
  evidence: [],
  help: '',
})
const converted: NodeReport = {
  hostname: 'n1',
  conversion: { ok: true, problems: [], objects: [], leftOut: [], took: 20 },
}
const failed: NodeReport = {
  ...converted,
  conversion: {
    ok: false,
    problems: [problem('error'), problem('error'), problem('warning')],
    objects: [],
    leftOut: [],
  },
}
const applied: NodeReport = {
  ...converted,
  reload: { status: 'accepted', changed: true, words: '', by: 'reloader-vty', took: 400 },
}

test.each<{ case: string; reports: readonly NodeReport[]; has: readonly string[] }>([
  {
    case: 'before anything happened',
    reports: [],
    has: [
      'frrk8s_k8s_client_updates_total 0',
      'frrk8s_k8s_client_update_errors_total 0',
      'frrk8s_k8s_client_config_loaded_bool 0',
      'frrk8s_k8s_client_config_stale_bool 0',
    ],
  },
  {
    case: 'a conversion',
    reports: [converted],
    has: [
      'frrk8s_k8s_client_updates_total 1',
      'frrk8s_k8s_client_config_loaded_bool 1',
      'frrkit_compile_duration_seconds_sum 0.02',
      'frrkit_compile_duration_seconds_count 1',
    ],
  },
  {
    case: 'one conversion in several reports',
    reports: [converted, { ...converted }, applied],
    has: ['frrk8s_k8s_client_updates_total 1'],
  },
  {
    case: 'a failure keeps what was loaded, which is stale now',
    reports: [converted, failed],
    has: [
      'frrk8s_k8s_client_updates_total 2',
      'frrk8s_k8s_client_update_errors_total 1',
      'frrk8s_k8s_client_config_loaded_bool 1',
      'frrk8s_k8s_client_config_stale_bool 1',
      'frrkit_problems{code="merge/conflict",severity="error"} 2',
      'frrkit_problems{code="merge/conflict",severity="warning"} 1',
    ],
  },
  {
    case: 'and is over',
    reports: [failed, converted],
    has: ['frrk8s_k8s_client_config_stale_bool 0', 'frrk8s_k8s_client_update_errors_total 1'],
  },
  { case: 'FRR changed by hand', reports: [{ ...applied, drift: '+ x' }], has: ['frrkit_drift_bool 1'] },
  { case: 'and put right', reports: [{ ...applied, drift: '+ x' }, applied], has: ['frrkit_drift_bool 0'] },
  {
    case: 'a reload',
    reports: [applied],
    has: [
      'frrkit_reloads_total{outcome="accepted",path="reloader-vty"} 1',
      'frrkit_apply_duration_seconds_sum{outcome="accepted",path="reloader-vty"} 0.4',
      'frrkit_last_good_apply_age_seconds 0',
    ],
  },
])('$case', async ({ reports, has }) => {
  const registry = new Registry()
  const metrics = daemonMetrics(registry, () => 0)
  for (const report of reports) metrics.observe(report)
  const all = await series(registry)
  for (const line of has) expect(all).toContain(line)
})

test('problems that are gone have no series, and no apply has no age', async () => {
  const registry = new Registry()
  const metrics = daemonMetrics(registry, () => 0)
  metrics.observe(failed)
  metrics.observe(converted)
  expect((await series(registry)).filter((line) => /^frrkit_(problems|last)/.test(line))).toEqual([])
})

test('the age of the last good apply grows, whatever failed since', async () => {
  let time = 0
  const registry = new Registry()
  const metrics = daemonMetrics(registry, () => time)
  metrics.observe(applied)
  time = 90_000
  metrics.observe({ ...converted, reload: { status: 'unreachable', words: '' } })
  expect(await series(registry)).toContain('frrkit_last_good_apply_age_seconds 90')
})
