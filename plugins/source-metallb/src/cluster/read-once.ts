import { type Collection, describeKubeError, type KubeClient, type KubeObject, type Selection } from '@frrkit/k8s'
import type { Settings } from '../options.ts'
import { secretsCollection, watchedCollections } from './collections.ts'
import type { Found } from './follow.ts'
import { keepSecret } from './keep.ts'
import { wantedSecrets } from './wanted-secrets.ts'
import { keepWritten, writtenCollection } from './written.ts'

export type Place = {
  readonly kube: KubeClient
  readonly settings: Settings
  readonly nodeName: string
  readonly namespace: string
}

/** Everything there is now, by lists alone: for whoever does not watch. Rejects when the API server does not answer. */
export async function readOnce({ kube, settings, nodeName, namespace }: Place, signal: AbortSignal): Promise<Found> {
  const list = async (collection: Collection & Selection): Promise<readonly KubeObject[]> => {
    const listed = await kube.list(collection, { signal })
    if (!listed.ok) throw new Error(describeKubeError(listed.error), { cause: listed.error })
    return listed.value
  }
  const watched = watchedCollections(settings, nodeName)
  const [written, ...lists] = await Promise.all([
    list(writtenCollection(namespace, nodeName)),
    ...watched.map(({ collection }) => list(collection)),
  ])
  const objects = watched.flatMap(({ keep }, i) => (lists[i] ?? []).flatMap((object) => keep(object) ?? []))
  const wanted = wantedSecrets(objects)
  const secrets = wanted.size === 0 ? [] : await list(secretsCollection(settings))
  return {
    objects,
    secrets: secrets.filter(({ metadata }) => wanted.has(metadata.name)).map(keepSecret),
    written: written.map(keepWritten)[0],
  }
}
