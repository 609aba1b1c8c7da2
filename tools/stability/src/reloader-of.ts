import { dirname } from 'node:path'
import type { Frr } from '@frrkit/frr-lab'
import type { Reloader } from '@frrkit/plugin'
import { reloaderFrrReload } from '@frrkit/reloader-frr-reload'
import { type ReloaderVtyOptions, reloaderVty } from '@frrkit/reloader-vty'

/** As the daemon has it: ours, with FRR's own for what ours does not understand. */
export function reloaderOf({ install, pathspace, configFile }: Frr, options: ReloaderVtyOptions = {}): Reloader {
  const { frrReload, stateDirectory: vtyDir } = install
  const places = { vtyDir, pathspace, confFile: configFile }
  const fallback = reloaderFrrReload({
    ...places,
    binDir: dirname(install.vtysh),
    ...(frrReload !== undefined && { frrReload }),
  })
  return reloaderVty({ ...places, fallback, ...options })
}
