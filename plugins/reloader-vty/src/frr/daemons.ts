import { dirname } from 'node:path'
import {
  type DaemonName,
  daemonsWithSocket,
  socketPath,
  VtyConnection,
  type VtyError,
  type VtyPlaces,
} from '@frrkit/vty'

/** Which connection each daemon answers on. Another number: it may have been restarted, and have forgotten everything. */
export type Sessions = ReadonlyMap<DaemonName, number>

/** One connection to each daemon, opened when it is needed and kept open. */
export type Daemons = {
  /** The folder of their sockets. */
  readonly folder: string
  connection(daemon: DaemonName): VtyConnection
  /** The daemons that have a socket; whether anybody answers there is another matter. */
  withSocket(): Promise<readonly DaemonName[]>
  /** Of every daemon with an open connection. */
  sessions(): Sessions
  close(): void
}

export type DaemonsOptions = {
  readonly places: VtyPlaces
  readonly answerWithin: number
  readonly onLost: (error: VtyError) => void
}

export function openDaemons({ places, answerWithin, onLost }: DaemonsOptions): Daemons {
  const connections = new Map<DaemonName, VtyConnection>()
  return {
    folder: dirname(socketPath('zebra', places)),
    connection(daemon) {
      const known = connections.get(daemon)
      if (known !== undefined) return known
      const connection = new VtyConnection({ daemon, ...places, within: answerWithin, onLost })
      connections.set(daemon, connection)
      return connection
    },
    withSocket: () => daemonsWithSocket(places),
    sessions: () =>
      new Map([...connections].flatMap(([daemon, { session }]) => (session > 0 ? [[daemon, session] as const] : []))),
    close() {
      for (const connection of connections.values()) connection.close()
      connections.clear()
    },
  }
}

/** Whether all of these still answer on the connection of then, and nobody else does. */
export function sameSessions(then: Sessions, now: Sessions): boolean {
  return then.size === now.size && [...then].every(([daemon, session]) => now.get(daemon) === session)
}
