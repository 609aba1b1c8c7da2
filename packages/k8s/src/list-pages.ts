import { type Collection, collectionPath, type Selection } from './collection.ts'
import type { KubeError, KubeResult } from './kube-error.ts'
import type { KubeObject } from './kube-object.ts'
import type { KubeRequest } from './request.ts'

/** The part of a list that travels at once. */
type Page = {
  readonly metadata: { readonly resourceVersion: string; readonly continue?: string }
  readonly items?: readonly KubeObject[]
}

export type Send = <T>(request: KubeRequest) => Promise<KubeResult<T>>

export type ListPagesOptions = {
  readonly take: (object: KubeObject) => void
  readonly restart: () => void
  readonly signal?: AbortSignal
}

/** How many objects are in memory at once before they are cut down to what is kept of them. */
const pageSize = 200

/**
 * Lists page by page, as of one moment; answers with its resource version. `take` gets every object, and is told to
 * begin again when a page had expired before it was fetched: then the rest is asked for in one piece.
 */
export async function listPages(
  send: Send,
  collection: Collection & Selection,
  { take, restart, signal }: ListPagesOptions,
): Promise<KubeResult<string>> {
  const paged = await pages(pageSize)
  if (paged.ok || paged.error.reason !== 'expired') return paged
  restart()
  return pages(undefined)

  async function pages(limit: number | undefined): Promise<KubeResult<string>> {
    let from: string | undefined
    for (;;) {
      const { fieldSelector, labelSelector } = collection
      const says = describeList(collection)
      const query = { limit, continue: from, fieldSelector, labelSelector }
      const page = await send<Page>({ method: 'GET', path: collectionPath(collection), query, says, signal })
      if (!page.ok) return page
      const { metadata, items } = page.value
      if (typeof metadata?.resourceVersion !== 'string') return { ok: false, error: noList(says) }
      for (const object of items ?? []) take(object)
      from = metadata.continue
      if (from === undefined || from === '') return { ok: true, value: metadata.resourceVersion }
    }
  }
}

/** `list secrets in frr-system` */
export function describeList(collection: Collection & Selection, verb = 'list'): string {
  const { plural, namespace, fieldSelector, labelSelector } = collection
  const where = namespace === undefined ? '' : ` in ${namespace}`
  const which = [fieldSelector, labelSelector].filter((selector) => selector !== undefined).join(', ')
  return `${verb} ${plural}${where}${which === '' ? '' : ` (${which})`}`
}

function noList(request: string): KubeError {
  return { reason: 'refused', request, words: 'the answer is no list of objects' }
}
