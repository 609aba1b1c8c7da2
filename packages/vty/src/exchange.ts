import type { Socket } from 'node:net'
import { createAnswerReader, encodeCommand, type VtyAnswer } from './framing.ts'
import type { VtyReason } from './vty-error.ts'

export type ExchangeOptions = {
  /** Send without waiting for answers; they come in the same order. */
  readonly pipelined: boolean
  /** Milliseconds for each answer, counted from the one before it. */
  readonly within: number
  /** The same for the first answer, where it should come sooner than the others. */
  readonly firstWithin?: number | undefined
  readonly signal: AbortSignal | undefined
}

export type Exchanged = {
  /** To the first commands, in order; to all of them if nothing is `broken`. */
  readonly answers: readonly VtyAnswer[]
  readonly broken?: { readonly reason: VtyReason; readonly words: string }
}

/** As much as is handed to the kernel at a time; the next part waits until it has taken this one. */
const chunkLength = 65_536

/**
 * Asks over a connected socket and collects the answers. A socket that breaks, or on which an answer is missing, is
 * destroyed: whatever came over it later could be taken for the answer to something else. Rejects after an abort only.
 */
export function exchange(socket: Socket, commands: readonly string[], options: ExchangeOptions): Promise<Exchanged> {
  const { pipelined, within, firstWithin = within, signal } = options
  return new Promise((resolve, reject) => {
    const reader = createAnswerReader()
    const answers: VtyAnswer[] = []
    let sent = 0
    let lastProgress = performance.now()

    const end = (): void => {
      clearTimeout(timer)
      socket.off('data', onData).off('close', onClose).off('drain', send)
      signal?.removeEventListener('abort', onAbort)
    }
    const breakOff = (reason: VtyReason, words: string): void => {
      end()
      socket.destroy()
      resolve({ answers, broken: { reason, words } })
    }
    const maySend = (): boolean => sent < commands.length && (pipelined || sent === answers.length)
    const nextChunk = (): string => {
      let chunk = ''
      while (chunk.length < chunkLength && maySend()) chunk += encodeCommand(commands[sent++] ?? '')
      return chunk
    }
    const send = (): void => {
      while (maySend()) {
        if (socket.write(nextChunk())) continue
        socket.once('drain', send)
        return
      }
    }
    const onData = (bytes: Buffer): void => {
      const come = reader.push(bytes)
      if (come.length > 0) lastProgress = performance.now()
      for (const answer of come) answers.push(answer)
      if (answers.length > sent) breakOff('lost', 'it answered more often than it was asked')
      else if (answers.length === commands.length) {
        end()
        resolve({ answers })
      } else if (!pipelined) send()
    }
    const onClose = (): void => breakOff('lost', 'the daemon closed the connection')
    const onAbort = (): void => {
      end()
      socket.destroy()
      reject(signal?.reason)
    }
    // One timer for all answers: thousands may come within a few milliseconds.
    const onTime = (): void => {
      const most = answers.length === 0 ? firstWithin : within
      const left = lastProgress + most - performance.now()
      if (left > 0) timer = setTimeout(onTime, left)
      else breakOff('late', `no answer within ${most} ms`)
    }
    let timer = setTimeout(onTime, Math.min(firstWithin, within))

    socket.on('data', onData).on('close', onClose)
    signal?.addEventListener('abort', onAbort)
    if (signal?.aborted) onAbort()
    else if (commands.length === 0) {
      end()
      resolve({ answers })
    } else send()
  })
}
