import type { Verb } from './request-info.ts'

/** A request as it came in. Fields about objects are missing where it was about something else (discovery, health). */
export type LoggedRequest = {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly verb?: Verb
  readonly group?: string
  /** The plural: `frrconfigurations`. */
  readonly resource?: string
  readonly namespace?: string
  readonly name?: string
  readonly subresource?: string
  readonly userAgent?: string
  readonly contentType?: string
  readonly body?: unknown
  /** What was answered; undefined while nothing was. */
  readonly code?: number
}

/** Requests that have all these fields, or that the function says yes to. */
export type RequestMatch = Partial<LoggedRequest> | ((request: LoggedRequest) => boolean)

export function requestMatches(match: RequestMatch | undefined, request: LoggedRequest): boolean {
  if (match === undefined) return true
  if (typeof match === 'function') return match(request)
  return Object.entries(match).every(([field, value]) => request[field as keyof LoggedRequest] === value)
}

export type RequestLog = {
  readonly add: (request: LoggedRequest) => void
  readonly answered: (request: LoggedRequest, code: number) => void
  readonly matching: (match?: RequestMatch) => readonly LoggedRequest[]
  readonly next: (match?: RequestMatch) => Promise<LoggedRequest>
  readonly forget: () => void
}

export function createRequestLog(): RequestLog {
  const requests: { -readonly [Field in keyof LoggedRequest]: LoggedRequest[Field] }[] = []
  const waiting = new Set<(request: LoggedRequest) => void>()
  return {
    add(request) {
      requests.push(request)
      for (const notice of waiting) notice(request)
    },
    answered(request, code) {
      const logged = requests.find((one) => one === request)
      if (logged) logged.code = code
    },
    matching: (match) =>
      requests.filter((request) => requestMatches(match, request)).map((request) => ({ ...request })),
    next: (match) =>
      new Promise((resolve) => {
        const notice = (request: LoggedRequest): void => {
          if (!requestMatches(match, request)) return
          waiting.delete(notice)
          resolve({ ...request })
        }
        waiting.add(notice)
      }),
    forget() {
      requests.length = 0
    },
  }
}
