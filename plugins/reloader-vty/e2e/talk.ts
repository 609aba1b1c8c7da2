import { dirname } from 'node:path'
import type { Frr } from '@frrkit/frr-lab'
import { configure, type DaemonName, daemonNames, runningConfig, VtyConnection } from '@frrkit/vty'

/** A lab's FRR, spoken to over its sockets. */
export type Talk = {
  /** What FRR said against any of the lines, each as `line: status words`; empty when it took them all. */
  tell(daemon: DaemonName, lines: readonly string[]): Promise<readonly string[]>
  shown(daemon: DaemonName): Promise<string>
  close(): void
}

export function talkTo(frr: Frr): Talk {
  const vtyDir = dirname(frr.stateDirectory)
  const connections = new Map(
    daemonNames.map((daemon) => [daemon, new VtyConnection({ daemon, vtyDir, pathspace: frr.pathspace })]),
  )
  const to = (daemon: DaemonName): VtyConnection => {
    const connection = connections.get(daemon)
    if (connection === undefined) throw new Error(`no connection to ${daemon}`)
    return connection
  }
  return {
    async tell(daemon, lines) {
      const { refusals, error } = await configure(to(daemon), lines)
      if (error !== undefined) throw new Error(`${daemon}: ${error.words}`)
      return refusals.map(({ line, status, words }) => `${line}: ${status} ${words}`)
    },
    async shown(daemon) {
      const shown = await runningConfig(to(daemon))
      if (!shown.ok) throw new Error(`${daemon}: ${shown.error.words}`)
      return shown.value
    },
    close() {
      for (const connection of connections.values()) connection.close()
    },
  }
}
