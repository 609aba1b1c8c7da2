import { randomBytes, randomUUID } from 'node:crypto'
import { type Call, timestamp } from './call.ts'
import { type KubeObject, without } from './kube-object.ts'
import { failure, Refusal, type Status } from './refusal.ts'
import { refuseInvalid } from './validate.ts'

/** The object to store for a new one. */
export function prepareCreate({ now, resource }: Call, object: KubeObject): KubeObject {
  const { generateName, resourceVersion } = object.metadata
  const name = object.metadata.name ?? (generateName === undefined ? undefined : generateName + suffix())
  if (name === undefined) {
    const detail = 'name or generateName is required'
    refuseInvalid(resource, '', [{ reason: 'FieldValueRequired', field: 'metadata.name', detail }])
  }
  if (resourceVersion !== undefined) {
    throw new Refusal(
      without(failure(500, 'resourceVersion should not be set on objects to be created'), 'reason') as Status,
    )
  }
  const metadata = {
    ...without(object.metadata, 'deletionTimestamp', 'deletionGracePeriodSeconds', 'generation'),
    name,
    uid: randomUUID(),
    creationTimestamp: timestamp(now),
    ...(resource.generation && { generation: 1 }),
  }
  const { status: hasStatus, initialStatus } = resource
  const body = hasStatus ? without(object, 'status') : object
  return { ...body, metadata, ...(initialStatus && { status: initialStatus }) } as KubeObject
}

/** Five letters and digits without vowels, as a real server takes them. */
function suffix(): string {
  const letters = 'bcdfghjklmnpqrstvwxz2456789'
  return Array.from(randomBytes(5), (byte) => letters[byte % letters.length]).join('')
}
