import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A server's port on the loopback interface, which can be left and taken again. */
export type Port = {
  readonly url: string
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
  readonly dropConnections: () => void
}

export async function createPort(server: Server, scheme: 'http' | 'https'): Promise<Port> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const dropConnections = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    dropConnections,
    async open() {
      if (!server.listening) await listen(port)
    },
    async close() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      dropConnections()
      await closed
    },
  }
}
