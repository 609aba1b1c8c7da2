import type { KubeClient } from './client.ts'
import type { KubeResult } from './kube-error.ts'
import type { KubeObject } from './kube-object.ts'

/** Who a token belongs to, as the API server says. */
export type User = {
  readonly username: string
  readonly uid?: string
  readonly groups?: readonly string[]
  readonly extra?: Readonly<Record<string, readonly string[]>>
}

export type Authentication = { readonly authenticated: true; readonly user: User } | { readonly authenticated: false }

/** Asks the API server whose bearer token this is. The token is in no error. */
export async function reviewToken(
  kube: KubeClient,
  token: string,
  { audiences, signal }: { readonly audiences?: readonly string[]; readonly signal?: AbortSignal } = {},
): Promise<KubeResult<Authentication>> {
  const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: { token, audiences } }
  const answer = await kube.create<KubeObject & { readonly status?: TokenStatus }>(
    { apiVersion: 'authentication.k8s.io/v1', plural: 'tokenreviews' },
    review,
    { signal },
  )
  if (!answer.ok)
    return { ok: false, error: { ...answer.error, words: answer.error.words.replaceAll(token, '(hidden)') } }
  const { authenticated, user } = answer.value.status ?? {}
  return { ok: true, value: authenticated === true && user ? { authenticated, user } : { authenticated: false } }
}

type TokenStatus = { readonly authenticated?: boolean; readonly user?: User }

/** What somebody wants to do: with a path of a server (`/metrics`), or with objects of the API. */
export type Access =
  | { readonly verb: string; readonly path: string }
  | {
      readonly verb: string
      readonly group: string
      readonly resource: string
      readonly namespace?: string
      readonly name?: string
    }

/** Asks the API server whether that user may do that. */
export async function reviewAccess(
  kube: KubeClient,
  { username, ...user }: User,
  access: Access,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<KubeResult<{ readonly allowed: boolean }>> {
  const attributes = 'path' in access ? { nonResourceAttributes: access } : { resourceAttributes: access }
  const answer = await kube.create<KubeObject & { readonly status?: { readonly allowed?: boolean } }>(
    { apiVersion: 'authorization.k8s.io/v1', plural: 'subjectaccessreviews' },
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SubjectAccessReview',
      spec: { ...user, user: username, ...attributes },
    },
    { signal },
  )
  return answer.ok ? { ok: true, value: { allowed: answer.value.status?.allowed === true } } : answer
}
