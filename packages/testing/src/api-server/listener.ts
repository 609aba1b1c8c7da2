import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Admit } from './admission/admit.ts'
import type { Authority } from './auth/authority.ts'
import { checkAccess } from './auth/check-access.ts'
import { readBody } from './body/read-body.ts'
import type { Answer, Call } from './call.ts'
import type { Cluster } from './cluster.ts'
import { discover } from './discovery/discover.ts'
import type { RequestFaults } from './faults.ts'
import { answerObjects } from './objects.ts'
import { presentation } from './present/presentation.ts'
import { failure, Refusal } from './refusal.ts'
import { namedInSelector, type RequestInfo, requestInfo } from './request-info.ts'
import type { LoggedRequest, RequestLog } from './request-log.ts'
import type { WatchHub } from './watch-hub.ts'

export type ListenerParts = {
  readonly cluster: Cluster
  readonly log: RequestLog
  readonly faults: RequestFaults
  readonly watches: WatchHub
  readonly authority: Authority
  readonly admit: Admit
  readonly now: () => Date
}

/** Takes a request from its arrival to its answer: log, faults, answer. */
export function createListener({ cluster, log, faults, watches, authority, admit, now }: ListenerParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET' } = request
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://server')
    const info = requestInfo(method, pathname, query)
    const warnings: string[] = []
    let logged = logEntry(request, pathname, query, info, undefined)
    try {
      const body = await readBody(request)
      logged = logEntry(request, pathname, query, info, body)
      log.add(logged)
      const fault = faults.meet(logged)
      if (fault?.kind === 'drop') return void request.socket.destroy()
      if (fault?.kind === 'hang') await fault.released
      if (fault?.kind === 'answer') {
        const { status, retryAfter } = fault
        const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
        return send({ code: status.code, body: status, headers })
      }
      const user = checkAccess(
        authority,
        request.headers.authorization,
        method,
        pathname,
        info && namedInSelector(info, query),
      )
      const resource = info && cluster.find(info.group, info.version, info.resource)
      if (info === undefined || resource === undefined)
        return send(discover(cluster, method, pathname, request.headers))
      const headers = request.headers as Call['headers']
      const warn = (text: string): void => void warnings.push(text)
      const call: Call = { cluster, info, resource, query, headers, body, warn, user, authority, admit, now }
      if (info.verb !== 'watch') {
        const answer = await answerObjects(call)
        return send({ ...answer, body: presentation(call).body(answer.body) })
      }
      watches.serve(call, logged, response)
      log.answered(logged, 200)
    } catch (error) {
      if (error instanceof Refusal) return send({ code: error.status.code, body: error.status })
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      send({ code: 500, body: failure(500, `BUG: ${text}`) })
    }

    function send({ code, body, headers }: Answer): void {
      log.answered(logged, code)
      for (const text of warnings) response.appendHeader('warning', `299 - ${JSON.stringify(text)}`)
      response.writeHead(code, { 'content-type': 'application/json', ...headers })
      response.end(`${JSON.stringify(body)}\n`)
    }
  }
}

function logEntry(
  { method = 'GET', headers }: IncomingMessage,
  path: string,
  query: URLSearchParams,
  info: RequestInfo | undefined,
  body: unknown,
): LoggedRequest {
  return {
    method,
    path,
    query: Object.fromEntries(query),
    ...info,
    ...(headers['user-agent'] !== undefined && { userAgent: headers['user-agent'] }),
    ...(headers['content-type'] !== undefined && { contentType: headers['content-type'] }),
    ...(body !== undefined && { body }),
  }
}
