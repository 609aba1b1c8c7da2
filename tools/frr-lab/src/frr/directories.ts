import { chown, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FrrInstall, SystemUser } from './install.ts'

/** Where the FRR of one node keeps its things. */
export type FrrPlaces = {
  /** What vtysh, the daemons and frr-reload.py take as `-N` or `--pathspace`. */
  readonly pathspace: string
  /** Sockets (`bgpd.vty`) and pid files. */
  readonly stateDirectory: string
  readonly configDirectory: string
  /** The integrated frr.conf. */
  readonly configFile: string
}

export function frrPlaces(install: FrrInstall, pathspace: string): FrrPlaces {
  const configDirectory = join(install.configDirectory, pathspace)
  return {
    pathspace,
    stateDirectory: join(install.stateDirectory, pathspace),
    configDirectory,
    configFile: join(configDirectory, 'frr.conf'),
  }
}

export async function createDirectories(install: FrrInstall, places: FrrPlaces): Promise<void> {
  // The package's own directory under /run is gone after a reboot of a machine on which FRR's service is off.
  const parent = await mkdir(install.stateDirectory, { recursive: true })
  if (parent !== undefined) await chown(install.stateDirectory, install.user.uid, install.user.gid)
  for (const directory of [places.stateDirectory, places.configDirectory]) {
    await mkdir(directory)
    await chown(directory, install.user.uid, install.user.gid)
  }
  await writeOwned(join(places.configDirectory, 'vtysh.conf'), 'service integrated-vtysh-config\n', install.user)
}

/** Passwords of neighbors stand in frr.conf, hence the mode, which is also that of the Debian package. */
export async function writeOwned(path: string, text: string, { uid, gid }: SystemUser): Promise<void> {
  await writeFile(path, text, { mode: 0o640 })
  await chown(path, uid, gid)
}
