import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { renderChart } from '../src/render-chart.ts'
import { valueSets } from '../src/value-sets.ts'
import { startFrrkit, wordsOf } from './start-from-chart.ts'

// The first call of helm or kubectl on a machine unpacks it, which takes seconds.
vi.setConfig({ testTimeout: 60_000 })

const pod = { 'spec.nodeName': 'worker-1', 'metadata.namespace': 'frr-k8s-system', 'metadata.name': 'frr-k8s-x' }

test.each(valueSets)('$name: frrkit knows every flag of the chart', async ({ values }) => {
  const objects = await renderChart(values)
  for (const kind of ['DaemonSet', 'Deployment']) {
    const workload = objects.find((object) => object.kind === kind)
    if (workload === undefined) throw new Error(`no ${kind}`)
    // The last one wins. The command line is read before the file that is not there.
    const nowhere = kind === 'DaemonSet' ? ['--config', '/nonexistent'] : ['--kubeconfig', '/nonexistent']
    const frrkit = startFrrkit([...wordsOf(workload, pod), ...nowhere])
    expect(await frrkit.stop(), frrkit.logged()).toBe(kind === 'DaemonSet' ? 1 : 0)
    // A value that means nothing would end it with 1 as well.
    expect(frrkit.logged()).not.toContain('error: ')
  }
})

test('a flag that frrkit does not know would be found', async () => {
  const frrkit = startFrrkit(['run', '--node-nmae=worker-1', '--config', '/nonexistent'])
  expect(await frrkit.stop()).toBe(2)
  expect(frrkit.logged()).toContain("error: unknown option '--node-nmae=worker-1'")
})

test.each([
  { case: 'without root', values: { frrk8s: { rootless: true } } },
  { case: 'with plugins of our own choice', values: valueSets.at(-1)?.values ?? {} },
  { case: 'for MetalLB’s objects', values: { frrk8s: { metallb: { mode: 'in-process' } } } },
  { case: 'to publish without root', values: { frrk8s: { rootless: true, metallb: { mode: 'publish' } } } },
])('the config file of the chart, $case, starts a daemon', async ({ values }) => {
  const config = (await renderChart(values)).find(({ metadata }) => metadata.name === 'frr-k8s-config')
  const folder = await mkdtemp(join(tmpdir(), 'frrkit-config-'))
  const file = join(folder, 'frrkit.yaml')
  await writeFile(file, Object(config?.data)['frrkit.yaml'])
  const nowhere = ['--kubeconfig', '/nonexistent', '--vty-dir', folder, '--frr-conf', join(folder, 'frr.conf')]
  const silent = ['--metrics-bind-address', '0', '--health-probe-bind-address', '0']
  const frrkit = startFrrkit(['run', '--config', file, ...nowhere, ...silent])
  expect(await frrkit.stop(), frrkit.logged()).toBe(0)
  await rm(folder, { recursive: true })
})
