import { chown, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { places as machine } from '../places.ts'
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
  const persistent = persistentDirectory(install, places)
  const directories = [places.stateDirectory, places.configDirectory, ...(persistent ? [persistent] : [])]
  for (const directory of directories) {
    // The package's own directory under /run is gone after a reboot of a machine on which FRR's service is off.
    const parent = await mkdir(dirname(directory), { recursive: true })
    if (parent !== undefined) await giveTo(install.user, dirname(directory))
    await mkdir(directory)
    await giveTo(install.user, directory)
  }
  await writeOwned(join(places.configDirectory, 'vtysh.conf'), 'service integrated-vtysh-config\n', install.user)
}

// FRR 10 only; without it, mgmtd complains in its log at every commit.
function persistentDirectory({ daemons }: FrrInstall, { pathspace }: FrrPlaces): string | undefined {
  return daemons.includes('mgmtd') ? join(machine.frrPersistent, pathspace) : undefined
}

/** Passwords of neighbors stand in frr.conf, hence the mode, which is also that of the Debian package. */
export async function writeOwned(path: string, text: string, user: SystemUser): Promise<void> {
  await writeFile(path, text, { mode: 0o640 })
  await giveTo(user, path)
}

function giveTo({ uid, gid }: SystemUser, path: string): Promise<void> {
  return chown(path, uid, gid)
}
