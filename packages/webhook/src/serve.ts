import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TlsSettings } from '@frrkit/metrics-prometheus/tls'
import type { Admit } from './admission/admit.ts'
import { readReview, writeReview } from './admission/review.ts'
import type { KeyPair } from './certificates/key-pair.ts'

export const webhookPath = '/validate-frrk8s-metallb-io-v1beta1-frrconfiguration'

/** An API server sends objects of at most 3 MB, old and new. */
const longestBody = 16_000_000
/** An API server gives up after ten seconds if nobody tells it otherwise, and is told why before that. */
const usualTimeout = 10_000
const margin = 500

export type ServeOptions = {
  readonly port: number
  readonly host?: string
  readonly tls: TlsSettings
  readonly certificate: KeyPair
  readonly admit: Admit
}

export type Serving = {
  readonly port: number
  /** New connections get it. */
  readonly renew: (certificate: KeyPair) => void
  readonly close: () => Promise<void>
}

type Answer = { readonly status: number; readonly body: string }

/** Listens; rejects where it cannot. */
export async function serve({ port, host, tls, certificate, admit }: ServeOptions): Promise<Serving> {
  const server = createServer({ ...tls, ...certificate }, (request, response) => void reply(request, response, admit))
  server.listen(port, host)
  await once(server, 'listening')
  // What goes wrong with one connection must not end the webhook.
  server.on('error', () => {})
  return {
    port: (server.address() as AddressInfo).port,
    renew: (next) => server.setSecureContext({ ...tls, ...next }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), margin).unref()
      }),
  }
}

async function reply(request: IncomingMessage, response: ServerResponse, admit: Admit): Promise<void> {
  const { status, body } = await answer(request, admit).catch((): Answer => broken)
  const type = status === 200 ? 'application/json' : 'text/plain; charset=utf-8'
  response.writeHead(status, { 'content-type': type }).end(body)
}

async function answer(request: IncomingMessage, admit: Admit): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'https://webhook')
  if (pathname === '/healthz') return request.method === 'GET' ? { status: 200, body: '{"status": "ok"}' } : notAllowed
  if (pathname !== webhookPath) return { status: 404, body: 'Not Found\n' }
  if (request.method !== 'POST') return notAllowed
  const text = await read(request)
  if (text === undefined) return { status: 413, body: 'Content Too Large\n' }
  const review = readReview(text)
  if (!review.ok) return { status: 400, body: `${review.says}\n` }
  const signal = AbortSignal.timeout(timeoutOf(searchParams.get('timeout')))
  return { status: 200, body: writeReview(review.request.uid, await admit(review.request, signal)) }
}

/** A bug of ours: the API server tells whoever writes that the webhook failed, and its failure policy decides. */
const broken: Answer = { status: 500, body: 'Internal Server Error\n' }
const notAllowed: Answer = { status: 405, body: 'Method Not Allowed\n' }

/** `10s`, as an API server writes how long it waits; half of it at least is left to look around. */
function timeoutOf(text: string | null): number {
  const seconds = Number(/^(\d+(?:\.\d+)?)s$/.exec(text ?? '')?.[1])
  const timeout = seconds > 0 ? seconds * 1000 : usualTimeout
  return Math.max(timeout - margin, timeout / 2)
}

/** Undefined where it is too long, or breaks off. */
async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > longestBody) return undefined
      chunks.push(chunk)
    }
  } catch {
    return undefined
  }
  return Buffer.concat(chunks).toString('utf8')
}
