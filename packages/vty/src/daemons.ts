import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** FRR's daemons as far as we talk to them. mgmtd exists from FRR 10 on, and takes static routes and `ip nht` there. */
export const daemonNames = ['mgmtd', 'zebra', 'bgpd', 'bfdd', 'staticd'] as const
export type DaemonName = (typeof daemonNames)[number]

export type VtyPlaces = {
  /** Where FRR keeps its sockets; /run/frr when absent. */
  readonly vtyDir?: string | undefined
  /** What the daemons were given as `-N`, a directory below `vtyDir`; none when absent. */
  readonly pathspace?: string | undefined
}

export function socketPath(daemon: DaemonName, places: VtyPlaces = {}): string {
  return join(directoryOf(places), `${daemon}.vty`)
}

/**
 * The daemons that have a socket, in the order of `daemonNames`. A killed daemon leaves its socket behind, so a name here is
 * no promise that anybody answers.
 */
export async function daemonsWithSocket(places: VtyPlaces = {}): Promise<readonly DaemonName[]> {
  const names = await readdir(directoryOf(places)).catch(nothingIfAbsent)
  return daemonNames.filter((daemon) => names.includes(`${daemon}.vty`))
}

/**
 * Whether many commands may be sent before the first is answered. mgmtd of FRR 10.3 and 10.7 answers the first few
 * lines of configuration sent that way, and then nothing any more.
 */
export function takesPipelines(daemon: DaemonName): boolean {
  return daemon !== 'mgmtd'
}

/**
 * The longest command, in bytes of UTF-8 without its NUL. Of a longer one, a daemon throws away as much as its buffer
 * holds and takes the rest for another command; if it is longer by one byte, nothing is answered at all.
 */
export function maxCommandBytes(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  // Measured: 4094 in 8.4 and 10.3, 8190 in 10.7. The versions between are not, so they get the smaller one.
  return major > 10 || (major === 10 && minor >= 7) ? 8190 : 4094
}

function directoryOf({ vtyDir = '/run/frr', pathspace = '' }: VtyPlaces): string {
  return join(vtyDir, pathspace)
}

function nothingIfAbsent(error: NodeJS.ErrnoException): readonly string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
