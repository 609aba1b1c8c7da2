import { connect, type Socket } from 'node:net'

export type Connected =
  | { readonly socket: Socket }
  /** `late`: somebody listens there, and has no time. */
  | { readonly reason: 'absent' | 'late'; readonly words: string }

/** Connects to a daemon's socket; the words say why it could not. Rejects after an abort only. */
export function connectTo(path: string, within: number, signal: AbortSignal | undefined): Promise<Connected> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      socket.off('connect', onConnect).off('error', onError)
    }
    const onConnect = (): void => {
      end()
      resolve({ socket })
    }
    const onError = (error: NodeJS.ErrnoException): void => {
      end()
      const code = error.code ?? error.message
      resolve({ reason: code === queueIsFull ? 'late' : 'absent', words: wordsFor(path, code) })
    }
    const giveUp = (): void => {
      end()
      socket.on('error', () => {}).destroy()
    }
    const onAbort = (): void => {
      giveUp()
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      giveUp()
      resolve({ reason: 'late', words: `${path} did not take a connection within ${within} ms` })
    }, within)
    socket.on('connect', onConnect).on('error', onError)
    signal?.addEventListener('abort', onAbort)
    if (signal?.aborted) onAbort()
  })
}

/** A daemon that is busy for long takes none of the connections that come meanwhile, and only so many may wait. */
const queueIsFull = 'EAGAIN'

function wordsFor(path: string, code: string): string {
  switch (code) {
    case 'ENOENT':
      return `there is no ${path}: the daemon does not run`
    case 'ECONNREFUSED':
      return `nobody listens on ${path}: the daemon has ended`
    case 'EACCES':
      return `${path} may not be opened: run as root or in the group frrvty`
    case queueIsFull:
      return `${path} takes no more connections: the daemon is busy, or hangs`
    default:
      return `${path}: ${code}`
  }
}
