import { dirname } from 'node:path'
import type { Frr } from '@frrkit/frr-lab'
import type { Reloader } from '@frrkit/plugin'
import { reloaderFrrReload } from '@frrkit/reloader-frr-reload'
import { type ReloaderVtyOptions, reloaderVty } from '@frrkit/reloader-vty'

/** As the daemon has it: ours, with FRR's own for what ours does not understand. */
export function reloaderOf(frr: Frr, options: ReloaderVtyOptions = {}): Reloader {
  const { install, pathspace, configFile } = frr
  const places = { vtyDir: install.stateDirectory, pathspace, confFile: configFile }
  return reloaderVty({ ...places, fallback: frrReloadOf(frr), ...options })
}

/** FRR's own alone, to compare with. */
export function frrReloadOf({ install, pathspace, configFile }: Frr): Reloader {
  const { frrReload, stateDirectory: vtyDir } = install
  return reloaderFrrReload({
    vtyDir,
    pathspace,
    confFile: configFile,
    binDir: dirname(install.vtysh),
    ...(frrReload !== undefined && { frrReload }),
  })
}
