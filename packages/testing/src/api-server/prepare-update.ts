import { isDeepStrictEqual } from 'node:util'
import { type Call, detailsOf } from './call.ts'
import { type KubeObject, without } from './kube-object.ts'
import { refuse } from './refusal.ts'
import { qualifiedName } from './resource.ts'
import { refuseInvalid } from './validate.ts'

/** The object to store for a changed one: a write to one half of it leaves the other as it is. */
export function prepareUpdate({ info, resource }: Call, previous: KubeObject, object: KubeObject): KubeObject {
  const { uid, resourceVersion } = object.metadata
  if (info.verb === 'update' && resourceVersion === undefined && resource.schema !== undefined) {
    const error = {
      reason: 'FieldValueInvalid',
      field: 'metadata.resourceVersion',
      value: 0,
      detail: 'must be specified for an update',
    } as const
    refuseInvalid({ kind: resource.plural, group: resource.group }, previous.metadata.name ?? '', [error])
  }
  const conflict = (message: string): never =>
    refuse(409, `Operation cannot be fulfilled on ${qualifiedName(resource)} "${previous.metadata.name}": ${message}`, {
      details: detailsOf(resource, previous.metadata.name ?? ''),
    })
  if (uid !== undefined && uid !== previous.metadata.uid) {
    conflict(`Precondition failed: UID in precondition: ${uid}, UID in object meta: ${previous.metadata.uid}`)
  }
  if (resourceVersion !== undefined && resourceVersion !== previous.metadata.resourceVersion) {
    conflict('the object has been modified; please apply your changes to the latest version and try again')
  }
  if (info.subresource === 'status') {
    return { ...without(previous, 'status'), ...pick(object, 'status') } as KubeObject
  }
  const { status } = previous
  const kept = resource.status ? { ...without(object, 'status'), ...(status !== undefined && { status }) } : object
  const wanted = (one: object): object => without(one as KubeObject, 'metadata', ...(resource.status ? ['status'] : []))
  const changed = !isDeepStrictEqual(wanted(kept), wanted(previous))
  const { creationTimestamp, deletionTimestamp, generation = 0 } = previous.metadata
  const metadata = {
    ...object.metadata,
    uid: previous.metadata.uid,
    resourceVersion: previous.metadata.resourceVersion,
    creationTimestamp,
    ...(deletionTimestamp !== undefined && { deletionTimestamp }),
    ...(resource.generation && { generation: changed ? generation + 1 : generation }),
  }
  return { ...kept, metadata } as KubeObject
}

function pick(object: KubeObject, field: string): object {
  return object[field] === undefined ? {} : { [field]: object[field] }
}
