import { failure, type Status } from './refusal.ts'
import { type LoggedRequest, type RequestMatch, requestMatches } from './request-log.ts'

export type FaultOptions = {
  /** Which requests; default: every one. */
  readonly match?: RequestMatch
  /** How often; default: until it is stopped. */
  readonly times?: number
}

/** A fault that is set; `stop` ends it. */
export type Fault = {
  /** How many requests it has hit. */
  readonly hits: number
  readonly stop: () => void
}

/** What a fault does to a request instead of the server's answer. */
export type Outcome =
  | { readonly kind: 'answer'; readonly status: Status; readonly retryAfter?: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'hang'; readonly released: Promise<void> }

export type RequestFaults = {
  readonly answer: (options: FaultOptions & { code: number; message?: string; retryAfter?: number }) => Fault
  readonly drop: (options?: FaultOptions) => Fault
  readonly hang: (options?: FaultOptions) => Fault
  readonly clear: () => void
  /** The fault that this request meets, if any: the one that was set first. */
  readonly meet: (request: LoggedRequest) => Outcome | undefined
}

export function createRequestFaults(): RequestFaults {
  const faults = new Set<{ readonly fault: Fault; meet(request: LoggedRequest): Outcome | undefined }>()

  const add = (
    outcome: Outcome,
    { match, times = Number.POSITIVE_INFINITY }: FaultOptions,
    onStop?: () => void,
  ): Fault => {
    let hits = 0
    const fault = {
      get hits() {
        return hits
      },
      stop() {
        faults.delete(entry)
        onStop?.()
      },
    }
    const entry = {
      fault,
      meet(request: LoggedRequest) {
        if (hits >= times || !requestMatches(match, request)) return undefined
        hits += 1
        return outcome
      },
    }
    faults.add(entry)
    return fault
  }

  return {
    answer({ code, message = 'a fault that the test asked for', retryAfter, ...options }) {
      const status = failure(code, message)
      return add({ kind: 'answer', status, ...(retryAfter !== undefined && { retryAfter }) }, options)
    },
    drop: (options = {}) => add({ kind: 'drop' }, options),
    hang(options = {}) {
      const { promise, resolve } = Promise.withResolvers<void>()
      return add({ kind: 'hang', released: promise }, options, resolve)
    },
    clear() {
      for (const { fault } of faults) fault.stop()
    },
    meet(request) {
      for (const entry of faults) {
        const outcome = entry.meet(request)
        if (outcome) return outcome
      }
      return undefined
    },
  }
}
