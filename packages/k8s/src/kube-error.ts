/**
 * - `config`: there is no way to reach an API server: no kubeconfig, no service account, or a broken one
 * - `unreachable`: nobody listens, or the connection broke
 * - `late`: no answer within the deadline
 * - `aborted`: the caller's signal aborted
 * - `unauthorized`, `forbidden`, `not-found`, `already-exists`, `conflict`, `invalid`: the API server's own words
 * - `expired`: a resource version or page that the server no longer has (410)
 * - `throttled`: come back later (429)
 * - `unavailable`: any 5xx
 * - `refused`: any other status
 */
export type KubeReason =
  | 'config'
  | 'unreachable'
  | 'late'
  | 'aborted'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'already-exists'
  | 'conflict'
  | 'invalid'
  | 'expired'
  | 'throttled'
  | 'unavailable'
  | 'refused'

/** Why there is no answer, or what the API server has against a request. Plain data; no token and no Secret is in it. */
export type KubeError = {
  readonly reason: KubeReason
  /** What was asked: `list secrets in frr-system`. */
  readonly request: string
  /** The HTTP status, where there was an answer. */
  readonly status?: number
  /** The API server's words, or those of the machinery. */
  readonly words: string
  /** Milliseconds that the server asked to wait. */
  readonly retryAfter?: number
}

export type KubeResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: KubeError }

/** Nothing more is to be said than that it went well, or that there was nothing to do. */
export const done: KubeResult<undefined> = { ok: true, value: undefined }

/** One line for a log: `list secrets in frr-system: secrets is forbidden: … (403)`. */
export function describeKubeError({ request, words, status }: KubeError): string {
  return `${request}: ${words || '(no words)'}${status === undefined ? '' : ` (${status})`}`
}

/** Whether somebody has to do something about it: permissions, a kubeconfig, a CRD. All else passes by itself. */
export function needsSomebody({ reason }: KubeError): boolean {
  return permanent.has(reason)
}

const permanent: ReadonlySet<KubeReason> = new Set([
  'config',
  'unauthorized',
  'forbidden',
  'not-found',
  'invalid',
  'refused',
])

/** The part of an answer that an error is read from. */
export type Refusal = { readonly status: number; readonly body: string; readonly retryAfter?: string | undefined }

/** An answer that is no success. The API server says why in a `Status` object; whatever stands before it, in any text. */
export function errorFromAnswer(request: string, { status, body, retryAfter }: Refusal): KubeError {
  const seconds = Number(retryAfter)
  const { words, reason } = readStatus(body)
  return {
    reason: reasonOf(status, reason),
    request,
    status,
    words,
    ...(retryAfter !== undefined && Number.isFinite(seconds) && seconds >= 0 && { retryAfter: seconds * 1000 }),
  }
}

/** The object of an ERROR event of a watch. */
export function errorFromStatus(request: string, object: unknown): KubeError {
  const code = typeof object === 'object' && object !== null && 'code' in object ? Number(object.code) : Number.NaN
  return errorFromAnswer(request, { status: Number.isInteger(code) ? code : 500, body: JSON.stringify(object) })
}

function readStatus(body: string): { readonly words: string; readonly reason?: string } {
  try {
    const { kind, message, reason } = JSON.parse(body)
    if (kind === 'Status') return { words: String(message ?? ''), reason: String(reason ?? '') }
  } catch {
    // A proxy's page, or nothing at all.
  }
  return { words: firstLine(body.trim()).slice(0, 200) }
}

function reasonOf(status: number, reason: string | undefined): KubeReason {
  if (status === 409) return reason === 'AlreadyExists' ? 'already-exists' : 'conflict'
  const known = reasons[status]
  if (known !== undefined) return known
  return status >= 500 ? 'unavailable' : 'refused'
}

const reasons: Readonly<Record<number, KubeReason>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  410: 'expired',
  422: 'invalid',
  429: 'throttled',
}

/** Something was thrown where an answer was expected. */
export function errorFromThrown(request: string, thrown: unknown): KubeError {
  if (!(thrown instanceof Error)) return { reason: 'unreachable', request, words: String(thrown) }
  if (thrown.name === 'TimeoutError') return { reason: 'late', request, words: 'no answer in time' }
  if (thrown.name === 'AbortError') return { reason: 'aborted', request, words: 'aborted' }
  return { reason: 'unreachable', request, words: firstLine(causeOf(thrown)) }
}

/** What follows may quote: a YAML parser shows the lines around a mistake, and in a kubeconfig they hold tokens. */
function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

/** undici says `fetch failed`, and why in a cause; a host with several addresses fails once for each. */
function causeOf(error: Error): string {
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(Object(error.errors[0]))
  return error.cause instanceof Error ? causeOf(error.cause) : error.message
}
