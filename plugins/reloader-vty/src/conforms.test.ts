import { createLab, frrVersions, requireLab, startFrr } from '@frrkit/frr-lab'
import { reloaderConforms } from '@frrkit/testing'
import { describe, vi } from 'vitest'
import { reloaderVty } from './reloader-vty.ts'

// Every test starts an FRR of its own.
vi.setConfig({ testTimeout: 60_000 })

const canRun = await requireLab()

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('with FRR $version', (install) => {
  reloaderConforms('reloader-vty', async () => {
    const lab = await createLab({ name: 'reloader-vty' })
    const { configFile, pathspace } = await startFrr(await lab.node('a'), { install })
    return {
      reloader: reloaderVty({ confFile: configFile, pathspace, vtyDir: install.stateDirectory }),
      good: 'router bgp 65001\n neighbor 192.0.2.2 remote-as 65002\n',
      bad: 'router bgp 65001\n nonsense here\n',
      close: () => lab.stop(),
    }
  })
})
