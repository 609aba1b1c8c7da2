import { Buffer } from 'node:buffer'
import type { Answer, Call } from './call.ts'
import { type Cluster, stored } from './cluster.ts'
import type { KubeObject } from './kube-object.ts'
import { failure, Refusal, refuse } from './refusal.ts'
import { apiVersionOf, listKindOf } from './resource.ts'
import { selector } from './selector.ts'

/** Without a revision: the rest as it is now, which is what a token that is too old can be exchanged for. */
type Token = { readonly revision?: number; readonly after: string }

/** All matching objects, or a chunk of them: `limit` and `continue`. */
export function list(call: Call): Answer {
  const { cluster, resource, query, info } = call
  const matches = selector(resource, query)
  const limit = Number(query.get('limit') ?? 0)
  checkRevision(cluster, query)
  const token = readToken(query.get('continue'))
  const revision = token?.revision ?? cluster.store.revision()
  if (token?.revision !== undefined && cluster.store.since(token.revision) === undefined) tooOld(token)
  const all = stored(cluster, resource, info.namespace, token?.revision).filter(matches)
  const rest = token ? all.filter((object) => keyOf(object) > token.after) : all
  const items = limit > 0 ? rest.slice(0, limit) : rest
  const last = items.at(-1)
  const remaining = rest.length - items.length
  const more = remaining > 0 && last !== undefined
  return {
    code: 200,
    body: {
      apiVersion: apiVersionOf(resource),
      kind: listKindOf(resource),
      metadata: {
        resourceVersion: String(revision),
        ...(more && { continue: writeToken({ revision, after: keyOf(last) }) }),
        // A real server cannot count what a selector leaves out, and then says nothing.
        ...(more && !query.get('labelSelector') && !query.get('fieldSelector') && { remainingItemCount: remaining }),
      },
      items,
    },
  }
}

/** A list may ask for a state at least as new as one it has seen, or for just that one. */
function checkRevision({ store }: Cluster, query: URLSearchParams): void {
  const text = query.get('resourceVersion') ?? ''
  const asked = Number(text)
  if (!/^\d*$/.test(text)) {
    const reason = `strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`
    refuse(400, `invalid resource version: resourceVersion: Invalid value: ${JSON.stringify(text)}: ${reason}`)
  }
  if (asked > store.revision()) {
    refuse(504, `Timeout: Too large resource version: ${text}, current: ${store.revision()}`, {
      details: {
        causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
        retryAfterSeconds: 1,
      },
    })
  }
  // Older states are not kept.
  if (query.get('resourceVersionMatch') === 'Exact' && asked !== store.revision()) {
    refuse(410, `The resourceVersion for the provided list is too old.`)
  }
}

function tooOld({ after }: Token): never {
  const status = failure(
    410,
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
  )
  throw new Refusal({ ...status, metadata: { continue: writeToken({ after }) } })
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name ?? ''}`
}

function writeToken(token: Token): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url')
}

function readToken(text: string | null): Token | undefined {
  if (text === null || text === '') return undefined
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Token
  } catch {
    refuse(400, 'continue key is not valid')
  }
}
