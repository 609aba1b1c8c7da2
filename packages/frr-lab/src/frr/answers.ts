import { connect } from 'node:net'

/**
 * Whether a daemon answers on its vty socket. The socket file alone says little: bgpd creates it before it listens, and
 * leaves it behind when it ends.
 */
export function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath)
    let reply = Buffer.alloc(0)
    const done = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    // A request ends with NUL; the answer with three of them and the status, 0 for success.
    socket.once('connect', () => socket.write('show version\0'))
    socket.on('data', (bytes: Buffer) => {
      reply = Buffer.concat([reply, bytes])
      if (reply.length > 4 && reply.subarray(-4).equals(Buffer.alloc(4))) done(true)
    })
    socket.once('error', () => done(false))
    socket.once('end', () => done(false))
    // A daemon that accepts but is too busy to answer gets another question.
    socket.setTimeout(1000, () => done(false))
  })
}
