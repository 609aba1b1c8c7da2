import type { KubeObject } from '@frrkit/k8s'

/** The part of an AdmissionReview of admission.k8s.io/v1 that is read here. */
export type ReviewRequest = {
  readonly uid: string
  readonly operation: string
  readonly kind: { readonly group: string; readonly kind: string }
  readonly namespace: string
  readonly object: KubeObject | undefined
  readonly oldObject: KubeObject | undefined
}

export type ReviewAnswer = {
  readonly allowed: boolean
  readonly warnings?: readonly string[]
  readonly status?: { readonly code: number; readonly reason: string; readonly message: string }
}

const apiVersion = 'admission.k8s.io/v1'

/** The request in the body of a POST, or what keeps it from being one. */
export function readReview(
  text: string,
): { readonly ok: true; readonly request: ReviewRequest } | { readonly ok: false; readonly says: string } {
  const review = fields(parseJson(text))
  if (review?.apiVersion !== apiVersion || review.kind !== 'AdmissionReview')
    return { ok: false, says: `an AdmissionReview of ${apiVersion} is needed here` }
  const request = fields(review.request)
  const kind = fields(request?.kind)
  if (typeof request?.uid !== 'string' || typeof request.operation !== 'string' || typeof kind?.kind !== 'string')
    return { ok: false, says: 'the AdmissionReview has no request with uid, operation and kind' }
  const { uid, operation, namespace } = request
  const { group } = kind
  return {
    ok: true,
    request: {
      uid,
      operation,
      kind: { group: typeof group === 'string' ? group : '', kind: kind.kind },
      namespace: typeof namespace === 'string' ? namespace : '',
      object: kubeObject(request.object),
      oldObject: kubeObject(request.oldObject),
    },
  }
}

export function writeReview(uid: string, answer: ReviewAnswer): string {
  return JSON.stringify({ apiVersion, kind: 'AdmissionReview', response: { uid, ...answer } })
}

export function denied(code: number, message: string, warnings: readonly string[] = []): ReviewAnswer {
  const reason = code === 403 ? 'Forbidden' : 'BadRequest'
  return { allowed: false, ...(warnings.length > 0 && { warnings }), status: { code, reason, message } }
}

export function allowed(warnings: readonly string[] = []): ReviewAnswer {
  return { allowed: true, ...(warnings.length > 0 && { warnings }) }
}

/** An API server vouches for metadata; whoever else asks must at least send some. */
function kubeObject(value: unknown): KubeObject | undefined {
  return fields(fields(value)?.metadata) === undefined ? undefined : (value as KubeObject)
}

function fields(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
