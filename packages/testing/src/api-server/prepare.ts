import { randomBytes, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type Call, detailsOf, timestamp } from './call.ts'
import { isFields, type KubeObject, type ObjectMeta, textOf, without } from './kube-object.ts'
import { refuse } from './refusal.ts'
import { apiVersionOf, qualifiedName } from './resource.ts'

/** The body as an object of the kind and place that the path names. */
export function readObject({ body, info, resource }: Call): KubeObject {
  if (!isFields(body)) refuse(400, 'the body is no JSON object')
  const { apiVersion = apiVersionOf(resource), kind = resource.kind } = body
  if (apiVersion !== apiVersionOf(resource) || kind !== resource.kind) {
    refuse(
      400,
      `the object provided is unrecognized (must be of type ${resource.kind}): ${textOf(apiVersion)}, Kind=${textOf(kind)}`,
    )
  }
  const metadata = (isFields(body.metadata) ? body.metadata : {}) as ObjectMeta
  const { namespace = info.namespace, name = info.name } = metadata
  if (namespace !== info.namespace) {
    refuse(400, 'the namespace of the provided object does not match the namespace sent on the request')
  }
  if (info.name !== undefined && name !== info.name) {
    refuse(400, `the name of the object (${name}) does not match the name on the URL (${info.name})`)
  }
  const placed = { ...metadata, ...(namespace !== undefined && { namespace }), ...(name !== undefined && { name }) }
  return { ...body, apiVersion: apiVersionOf(resource), kind: resource.kind, metadata: placed }
}

/** The object to store for a new one. */
export function prepareCreate({ now, resource }: Call, object: KubeObject): KubeObject {
  const { generateName, name = generateName === undefined ? undefined : generateName + suffix() } = object.metadata
  if (name === undefined) {
    refuse(422, `${resource.kind} "" is invalid: metadata.name: Required value: name or generateName is required`, {
      details: {
        ...detailsOf(resource, ''),
        causes: [
          {
            reason: 'FieldValueRequired',
            message: 'Required value: name or generateName is required',
            field: 'metadata.name',
          },
        ],
      },
    })
  }
  const metadata = {
    ...without(object.metadata, 'resourceVersion', 'deletionTimestamp', 'deletionGracePeriodSeconds', 'generation'),
    name,
    uid: randomUUID(),
    creationTimestamp: timestamp(now),
    ...(resource.generation && { generation: 1 }),
  }
  return { ...(resource.status ? without(object, 'status') : object), metadata } as KubeObject
}

/** The object to store for a changed one: a write to one half of it leaves the other as it is. */
export function prepareUpdate({ info, resource }: Call, previous: KubeObject, object: KubeObject): KubeObject {
  const { uid, resourceVersion } = object.metadata
  const conflict = (message: string): never =>
    refuse(409, `Operation cannot be fulfilled on ${qualifiedName(resource)} "${previous.metadata.name}": ${message}`, {
      details: detailsOf(resource, previous.metadata.name ?? ''),
    })
  if (uid !== undefined && uid !== '' && uid !== previous.metadata.uid) {
    conflict(`Precondition failed: UID in precondition: ${uid}, UID in object meta: ${previous.metadata.uid}`)
  }
  if (
    resourceVersion !== undefined &&
    resourceVersion !== '' &&
    resourceVersion !== previous.metadata.resourceVersion
  ) {
    conflict('the object has been modified; please apply your changes to the latest version and try again')
  }
  if (info.subresource === 'status') return { ...previous, ...pick(object, 'status') }
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

/** Five letters and digits without vowels, as a real server takes them. */
function suffix(): string {
  const letters = 'bcdfghjklmnpqrstvwxz2456789'
  return Array.from(randomBytes(5), (byte) => letters[byte % letters.length]).join('')
}
