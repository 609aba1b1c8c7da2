import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '../exec.ts'
import { places } from '../places.ts'
import { type DaemonName, daemonNames } from './daemons.ts'

/** One FRR on this machine: everything that the lab must know to start it. */
export type FrrInstall = {
  readonly version: string
  /** The daemons it brings, of those the lab knows. */
  readonly daemons: readonly DaemonName[]
  readonly daemonDirectory: string
  readonly vtysh: string
  /** frr-reload.py; `undefined` when it is not installed. It wants `--bindir` where vtysh is not in /usr/bin. */
  readonly frrReload: string | undefined
  /** Sockets and pid files live in a directory per pathspace below this one. */
  readonly stateDirectory: string
  /** frr.conf lives in a directory per pathspace below this one. */
  readonly configDirectory: string
  /** The user that the daemons become after their start. */
  readonly user: SystemUser
}

export type SystemUser = { readonly uid: number; readonly gid: number }

/** The FRR of this machine's packages, or `undefined` without one. */
export async function findFrr(): Promise<FrrInstall | undefined> {
  return readInstall({ daemonDirectory: '/usr/lib/frr', vtysh: '/usr/bin/vtysh' })
}

export type Programs = Pick<FrrInstall, 'daemonDirectory' | 'vtysh'>

/** What an FRR says about itself; `undefined` when there is none at these places. */
export async function readInstall({ daemonDirectory, vtysh }: Programs): Promise<FrrInstall | undefined> {
  if (!existsSync(join(daemonDirectory, 'bgpd')) || !existsSync(vtysh)) return undefined
  const [{ stdout }, programs, passwd] = await Promise.all([
    exec([join(daemonDirectory, 'bgpd'), '--version']),
    readdir(daemonDirectory),
    readFile('/etc/passwd', 'utf8'),
  ])
  return {
    version: parseVersion(stdout),
    daemons: daemonNames.filter((name) => programs.includes(name)),
    daemonDirectory,
    vtysh,
    frrReload: programs.includes('frr-reload.py') ? join(daemonDirectory, 'frr-reload.py') : undefined,
    stateDirectory: places.frrState,
    configDirectory: places.frrConfig,
    user: parseUser(passwd, 'frr'),
  }
}

/** From the first line of `bgpd --version`. */
export function parseVersion(text: string): string {
  const version = /^bgpd version (\S+)/.exec(text)?.[1]
  if (version === undefined) throw new Error(`bgpd --version does not say a version: ${text.split('\n')[0]}`)
  return version
}

/** From /etc/passwd. */
export function parseUser(passwd: string, name: string): SystemUser {
  const [, , uid, gid] =
    passwd
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':') ?? []
  if (uid === undefined || gid === undefined) throw new Error(`there is no user ${name}, which FRR's daemons run as`)
  return { uid: Number(uid), gid: Number(gid) }
}
