import type { ServerResponse } from 'node:http'
import type { Call } from './call.ts'
import { presentation } from './present/presentation.ts'
import type { LoggedRequest, RequestMatch } from './request-log.ts'
import { requestMatches } from './request-log.ts'
import { openWatch, type Watch, type WatchEvent } from './watch.ts'

/** The open watches, and what a test does to them. */
export type WatchHub = {
  readonly serve: (call: Call, request: LoggedRequest, response: ServerResponse) => void
  readonly open: (match?: RequestMatch) => readonly LoggedRequest[]
  readonly bookmark: (match?: RequestMatch) => void
  readonly expire: (match?: RequestMatch) => void
  readonly end: (match?: RequestMatch) => void
  /** No watch says anything more, though all stay open; `resume` says it then. */
  readonly stall: () => void
  readonly resume: () => void
}

type OpenWatch = { readonly request: LoggedRequest; readonly watch: Watch; flush(): void }

export function createWatchHub(): WatchHub {
  const watches = new Set<OpenWatch>()
  let stalled = false

  const each = (match: RequestMatch | undefined, act: (watch: Watch) => void): void => {
    for (const { request, watch } of watches) if (requestMatches(match, request)) act(watch)
  }

  return {
    serve(call, request, response) {
      const held: WatchEvent[] = []
      let started = false
      const write = (event: WatchEvent): void => {
        if (!started) start()
        response.write(`${JSON.stringify(event)}\n`)
      }
      const start = (): void => {
        started = true
        response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache, private' })
        response.flushHeaders()
      }
      const { event: present } = presentation(call)
      const send = ({ type, object }: WatchEvent): void => {
        const event = { type, object: present(object) }
        if (stalled) held.push(event)
        else write(event)
      }
      const entry: OpenWatch = {
        request,
        watch: openWatch(call, send, () => {
          watches.delete(entry)
          clearTimeout(timer)
          response.end()
        }),
        flush: () => {
          for (const event of held.splice(0)) write(event)
        },
      }
      if (!started) start()
      watches.add(entry)
      const seconds = Number(call.query.get('timeoutSeconds') ?? 0)
      const timer = seconds > 0 ? setTimeout(() => entry.watch.close(), seconds * 1000) : undefined
      response.on('close', () => entry.watch.close())
    },
    open: (match) => [...watches].map(({ request }) => request).filter((request) => requestMatches(match, request)),
    bookmark: (match) => each(match, (watch) => watch.bookmark()),
    expire: (match) => each(match, (watch) => watch.expire()),
    end: (match) => each(match, (watch) => watch.close()),
    stall() {
      stalled = true
    },
    resume() {
      stalled = false
      for (const watch of watches) watch.flush()
    },
  }
}
