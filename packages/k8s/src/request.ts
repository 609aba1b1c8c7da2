import type { ResponseContext } from '@kubernetes/client-node/dist/gen/http/http.js'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { withDeadline } from './deadline.ts'
import { errorFromAnswer, errorFromThrown, type KubeResult } from './kube-error.ts'

/** One request to the API server, and what its answer is called in messages. */
export type KubeRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: unknown
  /** For PATCH. */
  readonly contentType?: string
  /** `list secrets in frr-system` */
  readonly says: string
  readonly signal?: AbortSignal | undefined
}

export type SendOptions = { readonly connection: Connection; readonly clock: Clock; readonly deadline: number }

/** Sends it and reads the JSON of the answer. Never throws: what goes wrong is a value. */
export async function sendRequest<T>(request: KubeRequest, options: SendOptions): Promise<KubeResult<T>> {
  const { clock, deadline } = options
  try {
    return await withDeadline({ ms: deadline, clock, signal: request.signal }, async (signal) => {
      const answer = await send(request, options.connection, signal)
      const body = await answer.body.text()
      const { httpStatusCode: status, headers } = answer
      if (status < 200 || status > 299)
        return { ok: false, error: errorFromAnswer(request.says, { status, body, retryAfter: headers['retry-after'] }) }
      return parseBody<T>(request.says, body)
    })
  } catch (error) {
    return { ok: false, error: errorFromThrown(request.says, error) }
  }
}

function parseBody<T>(request: string, body: string): KubeResult<T> {
  try {
    return { ok: true, value: JSON.parse(body) as T }
  } catch {
    // What JSON.parse says quotes the text, and that may be a Secret.
    return { ok: false, error: { reason: 'unreachable', request, words: 'the answer is no JSON' } }
  }
}

async function send(request: KubeRequest, connection: Connection, signal: AbortSignal): Promise<ResponseContext> {
  const { RequestContext, HttpLibrary } = connection.client
  const url = new URL(connection.server.replace(/\/$/, '') + request.path)
  for (const [key, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(key, String(value))
  }
  const context = new RequestContext(url.href, request.method)
  context.setHeaderParam('Accept', 'application/json')
  if (request.body !== undefined) {
    context.setHeaderParam('Content-Type', request.contentType ?? 'application/json')
    context.setBody(JSON.stringify(request.body))
  }
  await connection.authorize(context)
  context.setSignal(signal)
  return new HttpLibrary().send(context).toPromise()
}
