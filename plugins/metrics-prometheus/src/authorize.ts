import { createHash } from 'node:crypto'
import { describeKubeError, type KubeClient, type KubeResult, reviewAccess, reviewToken } from '@frrkit/k8s'

export type Verdict = { readonly status: 200 | 401 | 403 | 500; readonly words: string }

export type AuthorizerOptions = {
  readonly kube: KubeClient
  readonly now: () => number
  /** What the API server did not answer, for a log. */
  readonly failed: (words: string) => void
}

/** So long a yes of the API server holds, in milliseconds: a scrape every few seconds must not ask for each. */
const trust = 60_000
const mostKnown = 100

/** Asks the API server whose bearer token it is, and whether they may read that path; as frr-k8s does. */
export function createAuthorizer({ kube, now, failed }: AuthorizerOptions) {
  /** Until when, by a digest: the tokens themselves do not stay. */
  const known = new Map<string, number>()

  const unanswered = (result: KubeResult<unknown>, words: string): Verdict => {
    if (!result.ok) failed(describeKubeError(result.error))
    return { status: 500, words }
  }
  return async (authorization: string | undefined, path: string, signal: AbortSignal): Promise<Verdict> => {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    if (token === undefined) return { status: 401, words: 'Unauthorized' }
    const key = createHash('sha256').update(`${path}\0${token}`).digest('hex')
    if ((known.get(key) ?? Number.NEGATIVE_INFINITY) > now()) return { status: 200, words: 'ok' }

    const who = await reviewToken(kube, token, { signal })
    if (!who.ok) return unanswered(who, 'Authentication failed')
    if (!who.value.authenticated) return { status: 401, words: 'Unauthorized' }
    const { user } = who.value
    const may = await reviewAccess(kube, user, { verb: 'get', path }, { signal })
    if (!may.ok) return unanswered(may, 'Authorization failed')
    if (!may.value.allowed) return { status: 403, words: `Authorization denied for user ${user.username}` }
    if (known.size >= mostKnown) known.clear()
    known.set(key, now() + trust)
    return { status: 200, words: 'ok' }
  }
}

export type Authorizer = ReturnType<typeof createAuthorizer>
