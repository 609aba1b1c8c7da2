import { isDeepStrictEqual } from 'node:util'
import { apply } from './apply/apply.ts'
import { entriesOf, trackUpdate, withEntries } from './apply/managed-fields.ts'
import { type Answer, type Call, named } from './call.ts'
import { createPrepared } from './create.ts'
import { decode, normalize } from './decode.ts'
import { isFields, type KubeObject } from './kube-object.ts'
import { applyType, patched } from './patch/patch.ts'
import { prepareCreate } from './prepare-create.ts'
import { prepareUpdate } from './prepare-update.ts'
import { readObject } from './read-object.ts'
import { refuse } from './refusal.ts'
import { apiVersionOf, qualifiedName, type Resource } from './resource.ts'
import { isDryRun, save, writerOf } from './save.ts'
import { refuseInvalid, validate } from './validate.ts'

export function replace(call: Call): Promise<Answer> {
  return update(call, named(call), readObject(call))
}

export function patch(call: Call): Promise<Answer> {
  const type = (call.headers['content-type'] ?? '').split(';')[0] ?? ''
  if (type === applyType) return applyPatch(call)
  const previous = named(call)
  return update(call, previous, readObject({ ...call, body: patched(call.resource, type, previous, call.body) }))
}

async function update(call: Call, previous: KubeObject, object: KubeObject): Promise<Answer> {
  const next = prepareUpdate(call, previous, decode(call, object))
  return updatePrepared(call, previous, trackUpdate(call.resource, previous, next, writerOf(call)))
}

/** Server-side apply: creates what is not there. */
async function applyPatch(call: Call): Promise<Answer> {
  const { resource, query, info, cluster, body } = call
  if (!query.get('fieldManager')) {
    const detail = 'is required for apply patch'
    refuseInvalid({ kind: 'PatchOptions', group: 'meta.k8s.io' }, '', [
      { reason: 'FieldValueRequired', field: 'fieldManager', detail },
    ])
  }
  if (isFields(body) && isFields(body.metadata) && 'managedFields' in body.metadata)
    refuse(400, 'metadata.managedFields must be nil')
  const config = readObject(call)
  refuseUndeclared(resource, config)
  const writer = writerOf(call, 'Apply')
  const force = query.get('force') === 'true'
  if (cluster.store.get(qualifiedName(resource), info.namespace, info.name ?? '') !== undefined) {
    const previous = named(call)
    const { resourceVersion = previous.metadata.resourceVersion } = config.metadata
    const merged = apply(resource, previous, config, writer, force)
    const wanted = { ...merged, metadata: { ...merged.metadata, resourceVersion } } as KubeObject
    const next = prepareUpdate(call, previous, decode(call, wanted))
    return updatePrepared(call, previous, withEntries(next, entriesOf(merged)))
  }
  if (info.subresource !== undefined) named(call)
  const fresh = apply(resource, { ...config, metadata: {} }, config, writer, force)
  const { managedFields = [] } = fresh.metadata
  const object = prepareCreate(call, decode(call, { ...config, metadata: { ...config.metadata, managedFields } }))
  return createPrepared(call, object)
}

async function updatePrepared(call: Call, previous: KubeObject, next: KubeObject): Promise<Answer> {
  const { resource, info, cluster } = call
  validate(resource, next, previous)
  const dryRun = isDryRun(call)
  await call.admit(
    { operation: 'UPDATE', info, resource, object: next, oldObject: previous, dryRun },
    call.user,
    call.warn,
  )
  // Webhooks take their time, and others write meanwhile.
  const { resourceVersion } =
    cluster.store.get(qualifiedName(resource), info.namespace, info.name ?? '')?.metadata ?? {}
  if (resourceVersion !== previous.metadata.resourceVersion) return info.verb === 'patch' ? patch(call) : replace(call)
  // A write that changes nothing is none: no revision, no event.
  if (isDeepStrictEqual(withoutTimes(next), withoutTimes(previous))) return { code: 200, body: previous }
  if (dryRun) return { code: 200, body: next }
  const saved = save(call, next)
  const { deletionTimestamp, finalizers = [] } = saved.metadata
  if (deletionTimestamp !== undefined && finalizers.length === 0) cluster.store.remove(qualifiedName(resource), saved)
  return { code: 200, body: saved }
}

/** An applier that names a field which the schema lacks could not own it. */
function refuseUndeclared(resource: Resource, config: KubeObject): void {
  const [first] = normalize(resource, config).unknown
  if (first === undefined) return
  const { namespace, name } = config.metadata
  const what = `${namespace ?? ''}/${name}; ${apiVersionOf(resource)}, Kind=${resource.kind}`
  refuse(500, `failed to create typed patch object (${what}): .${first}: field not declared in schema`)
}

/** When somebody wrote the same again is no change. */
function withoutTimes(object: KubeObject): object {
  const managedFields = (object.metadata.managedFields ?? []).map((entry) => ({ ...entry, time: undefined }))
  return { ...object, metadata: { ...object.metadata, managedFields } }
}
