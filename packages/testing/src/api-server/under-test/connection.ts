import { Buffer } from 'node:buffer'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Fields } from '../kube-object.ts'
import { accessOf } from './kubeconfig-access.ts'

export type AskOptions = {
  readonly body?: object | string
  /** Of the body; default: `application/json`. */
  readonly type?: string
  readonly accept?: string
}

/** What a server answered. */
export type Asked = { readonly code: number; readonly body: Fields; readonly headers: IncomingMessage['headers'] }

/** Requests to an API server, without a word more than they say: what a test of a server needs, and no client has. */
export type Connection = {
  readonly ask: (method: string, path: string, options?: AskOptions) => Promise<Asked>
  /** The events of a watch as they come, until the caller stops to look. */
  readonly watch: (path: string) => AsyncGenerator<Fields, void, void>
}

/** Connects as a kubeconfig says. Its user may have a token or a certificate, no plugin. */
export function connect(kubeconfig: string): Connection {
  const { server, ...secrets } = accessOf(kubeconfig)
  const open = (
    method: string,
    path: string,
    { body, type = 'application/json', accept }: AskOptions,
  ): Promise<IncomingMessage> => {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const { token, ...tls } = secrets
    const sent = typeof body === 'object' ? JSON.stringify(body) : body
    const headers = {
      'user-agent': 'frrkit-test',
      accept: accept ?? 'application/json',
      ...(sent !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(sent) }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    }
    // A connection of its own for each request: one that was cut meanwhile must not be taken for an answer.
    const send = server.startsWith('https:') ? httpsRequest : httpRequest
    const request = send(new URL(path, server), { method, headers, agent: false, ...tls }, resolve)
    request.on('error', reject)
    request.end(sent)
    return promise
  }
  return {
    async ask(method, path, options = {}) {
      const response = await open(method, path, options)
      let text = ''
      for await (const chunk of response.setEncoding('utf8')) text += chunk
      return { code: response.statusCode ?? 0, body: parse(text), headers: response.headers }
    },
    async *watch(path) {
      const response = await open('GET', path, {})
      try {
        // Not by node:readline, which waits for ever where the connection is cut.
        let rest = ''
        for await (const chunk of response.setEncoding('utf8')) {
          const lines = `${rest}${chunk}`.split('\n')
          rest = lines.pop() ?? ''
          yield* lines.map(parse)
        }
        if (rest !== '') yield parse(rest)
      } finally {
        response.destroy()
      }
    },
  }
}

function parse(text: string): Fields {
  try {
    return JSON.parse(text) as Fields
  } catch {
    return { text }
  }
}
