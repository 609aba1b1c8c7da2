/** One field that is wrong, as `kubectl` prints it. */
export type Cause = { readonly reason: string; readonly message: string; readonly field: string }

/** The answer of an API server to what it does not do. */
export type Status = {
  readonly kind: 'Status'
  readonly apiVersion: 'v1'
  readonly metadata: object
  readonly status: 'Success' | 'Failure'
  readonly message?: string
  readonly reason?: string
  readonly details?: object
  readonly code: number
}

/**
 * A refusal is thrown: it is found at any depth of a request, ends it, and nobody on the way has anything to add.
 * The listener makes an answer of it.
 */
export class Refusal extends Error {
  readonly status: Status
  constructor(status: Status) {
    super(status.message)
    this.status = status
  }
}

const reasons: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  409: 'Conflict',
  410: 'Expired',
  415: 'UnsupportedMediaType',
  422: 'Invalid',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  504: 'Timeout',
}

/** The Status object of a failure; the reason is the usual one of its code unless it is given. */
export function failure(code: number, message: string, more: { reason?: string; details?: object } = {}): Status {
  const { reason = reasons[code], details } = more
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    ...(reason === undefined ? {} : { reason }),
    ...(details === undefined ? {} : { details }),
    code,
  }
}

export function refuse(code: number, message: string, more?: { reason?: string; details?: object }): never {
  throw new Refusal(failure(code, message, more))
}
