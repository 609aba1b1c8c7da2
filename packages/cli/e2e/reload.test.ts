import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLab, type Frr, frrVersions, type Lab, requireLab, startFrr, waitFor } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configuration } from './frrkit-here.ts'
import { type FrrkitProcess, startFrrkit } from './frrkit-process.ts'

const canRun = await requireLab()

const snippet = (line: string): string => `apiVersion: frrk8s.metallb.io/v1beta1
kind: FRRConfiguration
metadata: {name: raw, namespace: frr-system}
spec:
  raw:
    rawConfig: |
      router bgp 64512
      ${line}
`

describe.runIf(canRun).each(canRun ? await frrVersions() : [])(
  'the daemon and FRR $version',
  { timeout: 120_000 },
  (install) => {
    let lab: Lab
    let frr: Frr
    let dir: string
    let frrkit: FrrkitProcess

    // One daemon for all tests but one: on a busy machine, its start takes longer than all that happens here.
    beforeAll(async () => {
      lab = await createLab({ name: 'cli-reload' })
      dir = await mkdtemp(join(tmpdir(), 'frrkit-e2e-'))
      frr = await startFrr(await lab.node('n'), { install })
      await write('10.0.0.0/24')
      await start()
    }, 120_000)
    afterAll(async () => {
      expect(await frrkit?.stop()).toBe(0)
      await lab?.stop()
      await rm(dir, { recursive: true })
    })

    const write = (prefixes: string) => writeFile(join(dir, 'edge.yaml'), configuration('edge', { prefixes }))
    const start = async (...words: readonly string[]) => {
      const plugins = ['target-zebra', 'target-bgpd', 'target-bfdd', 'target-raw', 'status-log']
      const reloader = {
        confFile: frr.configFile,
        pathspace: frr.pathspace,
        vtyDir: install.stateDirectory,
        auditEvery: 200,
        fallback: false,
      }
      const config = {
        plugins: {
          'source-file': { dir },
          ...Object.fromEntries(plugins.map((name) => [name, {}])),
          'reloader-vty': reloader,
        },
      }
      const file = join(dir, 'frrkit.conf')
      await writeFile(file, JSON.stringify(config))
      frrkit = startFrrkit(['--config', file, '--node-name', 'worker-1', ...words])
      await frrkit.logged(/FRR (took|runs) /)
    }

    test('bgpd is killed: that is said, and it gets its configuration when it is back', async () => {
      const before = await frr.running()
      await frr.killDaemon('bgpd')
      await frrkit.logged(/FRR does not answer; trying again:\nnot running: bgpd/)
      await writeFile(frr.configFile, '')
      await frr.startDaemon('bgpd')
      const line = await frrkit.logged(/FRR did not run the configuration any more, and runs it again/)
      expect(line.msg).toContain('+ router bgp 64512')
      expect(await frr.running()).toBe(before)
    })

    const byHand = ['configure terminal', 'router bgp 64512', 'neighbor 192.0.2.2 description mine']

    test('a change by hand is undone', async () => {
      const before = await frr.running()
      await frr.vtysh(...byHand)
      await frrkit.logged(/changed by hand:\n- router bgp 64512 \/ neighbor 192\.0\.2\.2 description mine/)
      expect(await frr.running()).toBe(before)
    })

    test('what FRR does not take is named with its object, where it was written, and holds up nothing once it is gone', async () => {
      const since = frrkit.lines.length
      const before = await frr.running()
      const raw = join(dir, 'raw.yaml')
      await writeFile(raw, snippet('neighbor 192.0.2.2 nonsense 7'))
      const line = await frrkit.logged(/FRR refused the configuration; it runs what it ran before/, since)
      expect(line.msg).toContain(`
router bgp 64512 / neighbor 192.0.2.2 nonsense 7: FRR does not take this line: no command that is known here [frr/refused]
    FRRConfiguration frr-system/raw  spec.raw.rawConfig (${raw}:6:5)
help: `)
      expect(line.objects).toEqual(['FRRConfiguration frr-system/raw'])
      expect(await frr.running()).toBe(before)
      await writeFile(raw, snippet('neighbor 192.0.2.2 description other'))
      await frrkit.logged(/FRR took the configuration/, since)
      await rm(raw)
      await waitFor('what ran before', async () => (await frr.running()) === before || undefined, { within: 60_000 })
    })

    test('a thousand changes in a second are a handful of reloads, and the last one counts', async () => {
      const since = frrkit.lines.length
      const began = performance.now()
      for (let i = 1; i <= 1000; i++) {
        await write(`10.0.0.0/24, 10.${i >> 8}.${i & 255}.0/24`)
        const ahead = i - (performance.now() - began)
        if (ahead > 5) await new Promise((resolve) => setTimeout(resolve, ahead))
      }
      await waitFor(
        'the last prefix',
        async () => (await frr.running()).includes('network 10.3.232.0/24') || undefined,
        { within: 60_000 },
      )
      const reloads = () => frrkit.lines.slice(since).filter(({ reload }) => reload !== undefined).length
      expect(reloads()).toBeLessThanOrEqual(2 + (performance.now() - began) / 300)
      expect(await frr.running()).not.toContain('network 10.3.231.0/24')
    })

    test('with --no-mend it is left alone', async () => {
      expect(await frrkit.stop()).toBe(0)
      await start('--no-mend')
      await frr.vtysh(...byHand)
      await frrkit.logged(/FRR was changed by hand, which is left alone; .*:\n- router bgp 64512/)
      expect(await frr.running()).toContain('description mine')
    })
  },
)
