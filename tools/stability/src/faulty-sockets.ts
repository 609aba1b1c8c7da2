import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Frr } from '@frrkit/frr-lab'
import { type DaemonName, daemonsWithSocket, socketPath } from '@frrkit/vty'

/**
 * What becomes of a command on its way: it passes, another one takes its place, or (`undefined`) the connection hangs from
 * here on. An effect (a daemon is killed) may happen first.
 */
export type Fault = (daemon: DaemonName, command: string) => string | undefined | Promise<string | undefined>

/** Sockets in front of a real FRR, on which things go wrong at a moment that is chosen by the command. */
export type FaultySockets = {
  readonly vtyDir: string
  /** Passes everything when absent. */
  set(fault?: Fault): void
  close(): Promise<void>
}

const passes: Fault = (_, command) => command

export async function openFaultySockets({ install, pathspace }: Frr): Promise<FaultySockets> {
  const vtyDir = await mkdtemp(join(tmpdir(), 'frrkit-faults-'))
  const real = { vtyDir: install.stateDirectory, pathspace }
  await mkdir(dirname(socketPath('bgpd', { vtyDir, pathspace })), { recursive: true })
  let fault = passes
  const servers: Server[] = []
  const sockets = new Set<Socket>()
  for (const daemon of await daemonsWithSocket(real)) {
    const server = createServer((client) => {
      const toDaemon = connect(socketPath(daemon, real))
      for (const socket of [client, toDaemon]) sockets.add(socket.on('close', () => sockets.delete(socket)))
      let rest = ''
      let last = Promise.resolve()
      let hangs = false
      const pass = async (command: string): Promise<void> => {
        if (hangs) return
        const passed = await fault(daemon, command)
        if (passed === undefined) hangs = true
        else toDaemon.write(`${passed}\0`)
      }
      client.setEncoding('utf8').on('data', (text: string) => {
        const commands = (rest + text).split('\0')
        rest = commands.pop() ?? ''
        for (const command of commands) last = last.then(() => pass(command)).catch(() => void client.destroy())
      })
      toDaemon.on('data', (bytes) => client.write(bytes))
      client.on('error', () => {}).on('close', () => toDaemon.destroy())
      toDaemon.on('error', () => {}).on('close', () => client.destroy())
    })
    await new Promise<void>((resolve) => server.listen(socketPath(daemon, { vtyDir, pathspace }), resolve))
    servers.push(server)
  }
  return {
    vtyDir,
    set(next = passes) {
      fault = next
    },
    async close() {
      for (const server of servers) server.close()
      for (const socket of sockets) socket.destroy()
      await rm(vtyDir, { recursive: true })
    },
  }
}
