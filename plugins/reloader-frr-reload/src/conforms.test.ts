import { createLab, requireLab, startFrr } from '@frrkit/frr-lab'
import { reloaderConforms } from '@frrkit/testing'
import { describe, vi } from 'vitest'
import { reloaderFrrReload } from './reloader-frr-reload.ts'

// Every test starts an FRR of its own, and Python several times.
vi.setConfig({ testTimeout: 60_000 })

describe.runIf(await requireLab())('with a real FRR', () => {
  reloaderConforms('reloader-frr-reload', async () => {
    const lab = await createLab({ name: 'reloader-frr-reload' })
    const { configFile, pathspace } = await startFrr(await lab.node('a'))
    return {
      reloader: reloaderFrrReload({ confFile: configFile, pathspace }),
      good: 'router bgp 65001\n neighbor 192.0.2.2 remote-as 65002\n',
      bad: 'router bgp 65001\n nonsense here\n',
      close: () => lab.stop(),
    }
  })
})
