import { connect, type Socket } from 'node:net'

export type Connected = { readonly socket: Socket } | { readonly words: string }

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
      resolve({ words: wordsFor(path, error.code ?? error.message) })
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
      resolve({ words: `${path} did not take a connection within ${within} ms` })
    }, within)
    socket.on('connect', onConnect).on('error', onError)
    signal?.addEventListener('abort', onAbort)
    if (signal?.aborted) onAbort()
  })
}

function wordsFor(path: string, code: string): string {
  switch (code) {
    case 'ENOENT':
      return `there is no ${path}: the daemon does not run`
    case 'ECONNREFUSED':
      return `nobody listens on ${path}: the daemon has ended`
    case 'EACCES':
      return `${path} may not be opened: run as root or in the group frrvty`
    default:
      return `${path}: ${code}`
  }
}
