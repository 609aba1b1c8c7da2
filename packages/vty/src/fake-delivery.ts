import type { Socket } from 'node:net'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { encodeAnswer } from './fake-framing.ts'
import type { FakeReply } from './fake-session.ts'

/** Writes a reply, with the faults that it asks for. One that hangs never ends. */
export async function deliver(socket: Socket, { delay, pieces, fault, ...answer }: FakeReply): Promise<void> {
  if (delay !== undefined) await sleep(delay)
  if (fault === 'hang') await new Promise(() => {})
  const bytes = fault === 'cut' ? Buffer.from(answer.text) : encodeAnswer(answer)
  if (pieces === undefined) await write(socket, bytes)
  else {
    for (let at = 0; at < bytes.length; at += pieces) {
      await write(socket, bytes.subarray(at, at + pieces))
      await nextTurn()
    }
  }
  if (fault === 'cut') socket.end()
}

/** Waits when the kernel takes no more, as long as there is somebody to read. */
export async function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  if (socket.destroyed || socket.write(bytes)) return
  await new Promise<void>((resolve) => socket.once('drain', resolve).once('close', resolve))
}
