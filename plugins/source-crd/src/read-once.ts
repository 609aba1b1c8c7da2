import { type Collection, describeKubeError, type KubeClient, type KubeObject, type Selection } from '@frrkit/k8s'
import { collections, type Place } from './collections.ts'
import { keepNode, keepObject, keepSecret } from './keep.ts'
import { referencedSecrets } from './references.ts'
import type { Found } from './snapshot.ts'

/** Everything there is now, by lists alone: for whoever does not watch. Rejects when the API server does not answer. */
export async function readOnce(kube: KubeClient, place: Place, signal: AbortSignal): Promise<Found> {
  const at = collections(place)
  const list = async (collection: Collection & Selection): Promise<readonly KubeObject[]> => {
    const listed = await kube.list(collection, { signal })
    if (!listed.ok) throw new Error(describeKubeError(listed.error), { cause: listed.error })
    return listed.value
  }
  const [objects, settings, nodes] = await Promise.all([list(at.configurations), list(at.settings), list(at.node)])
  const others = await Promise.all(
    at.others.map(async ({ kind, ...collection }) =>
      (await list(collection)).map(keepObject(kind, collection.apiVersion)),
    ),
  )
  const configurations = objects.map(keepObject('FRRConfiguration'))
  const wanted = referencedSecrets(configurations)
  const secrets = wanted.size === 0 ? [] : await list(at.secrets)
  return {
    nodeName: place.nodeName,
    configurations,
    settings: settings.map(keepObject('FRRK8sConfiguration')),
    others: others.flat(),
    node: nodes.map(keepNode)[0],
    secrets: secrets.filter(({ metadata }) => wanted.has(metadata.name)).map(keepSecret),
  }
}
