import { describeKubeError, type KubeClient, type KubeError, type KubeObject } from '@frrkit/k8s'
import { apiVersion, parseFrrConfiguration } from '@frrkit/model'
import type { ClusterView, Configuration, Scope } from './judge.ts'
import type { KnownNode } from './node-groups.ts'
import { sourceObject } from './source-object.ts'

/** Everything that is stored, or why nobody knows. */
export type Viewed = { readonly ok: true; readonly view: ClusterView } | { readonly ok: false; readonly says: string }

export type ReadView = (signal: AbortSignal) => Promise<Viewed>

/** Follows Nodes, of which an API server would send megabytes each time. */
export type FollowedNodes = {
  current(): readonly KnownNode[] | undefined
  trouble(): KubeError | undefined
}

/**
 * Lists the objects for each write: what was written a millisecond ago must count, and a watch may not have heard of it.
 * An object that has not changed since is the same document as before, which `merge` remembers.
 */
export function createReadView(kube: KubeClient, { namespace, allNamespaces }: Scope, nodes: FollowedNodes): ReadView {
  let known = new Map<string, Configuration | undefined>()
  const collection = { apiVersion, plural: 'frrconfigurations', ...(!allNamespaces && { namespace }) }

  return async (signal) => {
    const listed = await kube.list(collection, { signal })
    if (!listed.ok) return unknown('FRRConfiguration', describeKubeError(inTime(listed.error)))
    const current = nodes.current()
    const trouble = nodes.trouble()
    if (current === undefined || trouble !== undefined)
      return unknown('Node', trouble === undefined ? 'they are not listed yet' : describeKubeError(trouble))
    const entries = listed.value.map((object) => {
      const key = versionOf(object)
      return [key, known.has(key) ? known.get(key) : documentOf(object)] as const
    })
    known = new Map(entries)
    return { ok: true, view: { documents: entries.flatMap(([, document]) => document ?? []), nodes: current } }
  }
}

function unknown(kind: string, why: string): Viewed {
  return { ok: false, says: `${why}\nfailed to get existing ${kind} objects` }
}

/** Who asks has given us so long, and the signal ends it. */
function inTime(error: KubeError): KubeError {
  return error.reason === 'aborted' ? { ...error, words: 'no answer in time' } : error
}

function versionOf({ metadata }: KubeObject): string {
  const { namespace = '', name, uid = '', resourceVersion = '' } = metadata
  return [namespace, name, uid, resourceVersion].join('\0')
}

/** Undefined for an object that the API would not take today; the daemons report it, and cannot apply it either. */
function documentOf(object: KubeObject): Configuration | undefined {
  const parsed = parseFrrConfiguration(sourceObject(object))
  return parsed.ok ? parsed.value.document : undefined
}
