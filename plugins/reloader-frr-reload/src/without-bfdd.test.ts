import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createLab, frrVersions, requireLab, startFrr } from '@frrkit/frr-lab'
import { describe, expect, test } from 'vitest'
import { reloaderFrrReload } from './reloader-frr-reload.ts'

const signal = new AbortController().signal
const frrConf = (bfd: string): string => `\
router bgp 65001
 neighbor 192.0.2.2 remote-as 65002
${bfd}exit
bfd
 profile fast
  receive-interval 100
 exit
exit
`

const canRun = await requireLab()

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('by FRR $version', { timeout: 60_000 }, (install) => {
  test('a profile that nothing uses holds up nothing; bfdd is needed for a session that does, and then gets it', async ({
    onTestFinished,
  }) => {
    const lab = await createLab({ name: 'frr-reload-bfdd' })
    onTestFinished(() => lab.stop())
    const frr = await startFrr(await lab.node('a'), { install, daemons: ['zebra', 'bgpd', 'staticd'] })
    const reloader = reloaderFrrReload({
      confFile: frr.configFile,
      pathspace: frr.pathspace,
      binDir: dirname(install.vtysh),
      ...(install.frrReload !== undefined && { frrReload: install.frrReload }),
    })
    const idle = 'bfdd does not run, so FRR has no BFD profile fast; nothing uses BFD yet'
    const outcome = { status: 'accepted', changed: true, words: '', warnings: [idle] }
    expect(await reloader.reload(frrConf(''), signal)).toEqual(outcome)
    expect(await readFile(frr.configFile, 'utf8')).toBe(frrConf(''))
    const used = frrConf(' neighbor 192.0.2.2 bfd profile fast\n')
    expect(await reloader.reload(used, signal)).toEqual({ status: 'unreachable', words: 'not running: bfdd' })
    await frr.startDaemon('bfdd')
    expect(await reloader.reload(used, signal)).toMatchObject({ status: 'accepted' })
    expect(await frr.running()).toMatch(/neighbor 192.0.2.2 bfd profile fast[\s\S]*receive-interval 100/)
  })
})
