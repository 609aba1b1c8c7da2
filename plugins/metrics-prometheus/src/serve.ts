import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { BindAddress } from './bind-address.ts'
import type { Certificate } from './certificate.ts'
import type { TlsSettings } from './tls-options.ts'

export type Answer = { readonly status: number; readonly body: string; readonly type?: string }
export type Handler = (request: Asked, signal: AbortSignal) => Promise<Answer>
export type Asked = { readonly path: string; readonly authorization: string | undefined }

export type ServeOptions = {
  readonly at: BindAddress
  readonly handle: Handler
  /** Without it, plain HTTP. */
  readonly tls?: TlsSettings & Certificate
}

export type Serving = {
  /** The port that was taken, for `0` as the wished one. */
  readonly port: number
  /** New connections get it, those that are open keep theirs. */
  readonly renew: (certificate: Certificate) => void
  readonly close: () => Promise<void>
}

/** Who takes longer to ask is sent away. */
const readTimeout = 3_000

/** Listens; rejects when it cannot. */
export async function serve({ at, handle, tls }: ServeOptions): Promise<Serving> {
  const ended = new AbortController()
  const timeouts = { headersTimeout: readTimeout, requestTimeout: readTimeout }
  const secure = tls === undefined ? undefined : createSecureServer({ ...timeouts, ...tls })
  const server: Server = secure ?? createServer(timeouts)
  server.on('request', (request: IncomingMessage, response) => {
    void reply(request, response)
  })
  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body, type = 'text/plain; charset=utf-8' } = await answer(request, handle, ended.signal)
    response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' })
    response.end(request.method === 'HEAD' ? '' : body)
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  // What goes wrong with one connection must not end the daemon.
  server.on('error', () => {})
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : at.port,
    renew: (certificate) => secure?.setSecureContext({ ...tls, ...certificate }),
    close: () =>
      new Promise((resolve) => {
        ended.abort()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  { method, url = '/', headers }: IncomingMessage,
  handle: Handler,
  signal: AbortSignal,
): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, body: 'Method Not Allowed\n' }
  try {
    const path = url.replace(/\?.*$/s, '')
    return await handle({ path, authorization: headers.authorization }, signal)
  } catch {
    // Only while it ends: handlers answer with what went wrong.
    return { status: 503, body: 'Service Unavailable\n' }
  }
}
