import { type Answer, type Call, detailsOf, named, timestamp } from './call.ts'
import { at, type KubeObject, textOf } from './kube-object.ts'
import { list } from './list.ts'
import { refuse } from './refusal.ts'
import { qualifiedName } from './resource.ts'
import { isDryRun, save } from './save.ts'

export async function remove(call: Call): Promise<Answer> {
  const { resource } = call
  const object = named(call)
  checkPreconditions(call, object)
  const left = await removeOne(call, object)
  if (left !== undefined) return { code: 200, body: left }
  const { name = '', uid } = object.metadata
  const details = { ...detailsOf(resource, name), uid }
  return { code: 200, body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details } }
}

/** All that a list with the same selectors would show. */
export async function removeAll(call: Call): Promise<Answer> {
  const answer = list(call)
  for (const object of (answer.body as { readonly items: readonly KubeObject[] }).items) await removeOne(call, object)
  return answer
}

function checkPreconditions({ body, resource }: Call, { metadata }: KubeObject): void {
  const { kind, group } = resource
  for (const [field, word, since] of [
    ['uid', 'UID', 'deleted and then recreated'],
    ['resourceVersion', 'ResourceVersion', 'modified'],
  ] as const) {
    const wanted = at(body, ['preconditions', field])
    if (wanted === undefined || wanted === metadata[field]) continue
    const what = `${group === '' ? kind : `${kind}.${group}`} "${metadata.name}"`
    const text = `the ${word} in the precondition (${textOf(wanted)}) does not match the ${word} in record (${metadata[field]}). The object might have been ${since}`
    refuse(409, `Operation cannot be fulfilled on ${what}: ${text}`, { details: { name: metadata.name, group, kind } })
  }
}

/** Removes the object, or, while finalizers hold it, marks it and answers it. */
async function removeOne(call: Call, object: KubeObject): Promise<KubeObject | undefined> {
  const { resource, cluster, now, info } = call
  const dryRun = isDryRun(call)
  await call.admit({ operation: 'DELETE', info, resource, oldObject: object, dryRun }, call.user, call.warn)
  const { deletionTimestamp, finalizers = [], generation } = object.metadata
  if (finalizers.length > 0) {
    if (deletionTimestamp !== undefined) return object
    const marks = { deletionTimestamp: timestamp(now), deletionGracePeriodSeconds: 0 }
    const counted = generation === undefined ? {} : { generation: generation + 1 }
    return save(call, { ...object, metadata: { ...object.metadata, ...marks, ...counted } })
  }
  if (dryRun) return undefined
  for (const [name, inside] of contents(call, object)) cluster.store.remove(name, inside)
  cluster.store.remove(qualifiedName(resource), object)
  return undefined
}

/** What goes with an object: what is in a namespace, what is of a defined kind. A real server takes a while for that. */
function contents({ cluster, resource }: Call, { metadata }: KubeObject): readonly (readonly [string, KubeObject])[] {
  const of = (name: string, namespace?: string) =>
    cluster.store.list(name, namespace).map((inside) => [name, inside] as const)
  switch (resource.kind) {
    case 'Namespace': {
      const names = new Set(
        cluster
          .resources()
          .filter(({ namespaced }) => namespaced)
          .map(qualifiedName),
      )
      return [...names].flatMap((name) => of(name, metadata.name))
    }
    case 'CustomResourceDefinition':
      return of(metadata.name ?? '')
    default:
      return []
  }
}
