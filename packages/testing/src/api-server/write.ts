import { isDeepStrictEqual } from 'node:util'
import { type Answer, type Call, detailsOf, named, timestamp } from './call.ts'
import { inVersion } from './cluster.ts'
import { establish } from './crd.ts'
import { isFields, type KubeObject, textOf } from './kube-object.ts'
import { mergePatch } from './patch/merge-patch.ts'
import { prepareCreate, prepareUpdate, readObject } from './prepare.ts'
import { refuse } from './refusal.ts'
import { qualifiedName } from './resource.ts'

export function create(call: Call): Answer {
  const { cluster, resource, info, query } = call
  const object = prepareCreate(call, readObject(call))
  const name = object.metadata.name ?? ''
  if (info.namespace !== undefined && cluster.store.get('namespaces', undefined, info.namespace) === undefined) {
    refuse(404, `namespaces "${info.namespace}" not found`, { details: { name: info.namespace, kind: 'namespaces' } })
  }
  if (cluster.store.get(qualifiedName(resource), info.namespace, name) !== undefined) {
    refuse(409, `${qualifiedName(resource)} "${name}" already exists`, {
      reason: 'AlreadyExists',
      details: detailsOf(resource, name),
    })
  }
  return { code: 201, body: query.has('dryRun') ? object : save(call, object) }
}

export function replace(call: Call): Answer {
  return update(call, named(call), readObject(call))
}

export function patch(call: Call): Answer {
  const previous = named(call)
  const patched = mergePatch(previous, call.body)
  return update(call, previous, readObject({ ...call, body: patched }))
}

function update(call: Call, previous: KubeObject, object: KubeObject): Answer {
  const next = prepareUpdate(call, previous, object)
  // A write that changes nothing is none: no revision, no event.
  if (isDeepStrictEqual(next, previous) || call.query.has('dryRun')) return { code: 200, body: next }
  const saved = save(call, next)
  const { deletionTimestamp, finalizers = [] } = saved.metadata
  if (deletionTimestamp !== undefined && finalizers.length === 0)
    call.cluster.store.remove(qualifiedName(call.resource), saved)
  return { code: 200, body: saved }
}

function save({ cluster, resource, now }: Call, object: KubeObject): KubeObject {
  const isCrd = resource.kind === 'CustomResourceDefinition'
  const saved = cluster.store.put(qualifiedName(resource), isCrd ? establish(object, timestamp(now)) : object)
  return inVersion(resource, saved)
}

export function remove(call: Call): Answer {
  const { resource, body, query } = call
  const object = named(call)
  const { name = '', uid, resourceVersion } = object.metadata
  const preconditions = isFields(body) && isFields(body.preconditions) ? body.preconditions : {}
  for (const [field, got] of Object.entries({ uid, resourceVersion })) {
    const wanted = preconditions[field]
    if (wanted !== undefined && wanted !== got) {
      const word = field === 'uid' ? 'UID' : 'ResourceVersion'
      refuse(
        409,
        `Operation cannot be fulfilled on ${qualifiedName(resource)} "${name}": Precondition failed: ${word} in precondition: ${textOf(wanted)}, ${word} in object meta: ${got}`,
        {
          details: detailsOf(resource, name),
        },
      )
    }
  }
  if (!query.has('dryRun')) {
    const left = removeOrMark(call, object)
    if (left !== undefined) return { code: 200, body: left }
  }
  return {
    code: 200,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: { ...detailsOf(resource, name), uid },
    },
  }
}

/** Removes the object, or, while finalizers hold it, marks it and answers it. */
function removeOrMark(call: Call, object: KubeObject): KubeObject | undefined {
  const { resource, cluster, now } = call
  const { deletionTimestamp = timestamp(now), finalizers = [] } = object.metadata
  if (finalizers.length > 0) {
    if (object.metadata.deletionTimestamp !== undefined) return object
    return save(call, { ...object, metadata: { ...object.metadata, deletionTimestamp, deletionGracePeriodSeconds: 0 } })
  }
  cluster.store.remove(qualifiedName(resource), object)
  return undefined
}
