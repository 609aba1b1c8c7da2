import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startFrrkit } from './frrkit-process.ts'

test('without a cluster, metrics are served where somebody asks for them', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'frrkit-e2e-'))
  const metrics = ['--metrics-bind-address', '127.0.0.1:0', '--no-metrics-secure']
  const frrkit = startFrrkit([
    '--dir',
    dir,
    '--vty-dir',
    join(dir, 'no-frr'),
    '--health-probe-bind-address',
    '0',
    ...metrics,
  ])
  const { msg } = await frrkit.logged(/metrics: listening on/)
  const [, address = ''] = /listening on (\S+)/.exec(msg) ?? []
  await frrkit.logged(/FRR does not answer/)
  const scraped = await (await fetch(`http://${address}/metrics`)).text()
  expect(scraped).toContain('frrk8s_k8s_client_config_loaded_bool 1\n')
  expect(scraped).toContain('frrkit_reloads_total{outcome="unreachable",path="reloader-vty"} 1\n')
  expect((await fetch(`http://${address}/livez`)).status).toBe(500)
  expect(await frrkit.stop()).toBe(0)
  await rm(dir, { recursive: true })
})
