import { createServer } from 'node:http'
import { failed, ok, type Result } from '@frrkit/model'

/** Where to listen; without a host, everywhere. */
export type Listen = { readonly host?: string; readonly port: number }

export type Serving = { readonly port: number; readonly close: () => void }

/** Where the reference listens, and its manifests look. */
export const usualHealth: Listen = { host: '127.0.0.1', port: 7572 }

/**
 * Answers the kubelet that the process lives. Nothing more: a daemon that cannot reach FRR or the API server keeps trying,
 * and would not do better after a restart.
 */
export async function serveHealth(at: Listen): Promise<Result<Serving>> {
  const server = createServer(({ url = '', method }, response) => {
    const found = /^\/(healthz|readyz|livez)(\/|\?|$)/.test(url)
    const status = !found ? 404 : method === 'GET' || method === 'HEAD' ? 200 : 405
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(status === 200 ? 'ok' : '')
  })
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(at, resolve)
    })
  } catch (error) {
    return failed({
      code: 'cli/listen',
      severity: 'error',
      subject: `address ${at.host ?? ''}:${at.port}`,
      field: '--health-probe-bind-address',
      reason: error instanceof Error ? error.message : String(error),
      evidence: [],
      help: 'name another address, or 0 for none',
    })
  }
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : at.port
  return ok({
    port,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  })
}
