import { trackUpdate } from './apply/managed-fields.ts'
import { type Answer, type Call, detailsOf } from './call.ts'
import { decode } from './decode.ts'
import type { KubeObject } from './kube-object.ts'
import { prepareCreate } from './prepare-create.ts'
import { readObject } from './read-object.ts'
import { refuse } from './refusal.ts'
import { qualifiedName } from './resource.ts'
import { isDryRun, save, writerOf } from './save.ts'
import { validate } from './validate.ts'

export async function create(call: Call): Promise<Answer> {
  const object = prepareCreate(call, decode(call, readObject(call)))
  return createPrepared(call, trackUpdate(call.resource, undefined, object, writerOf(call)))
}

/** The rest of a creation, however the object came about. */
export async function createPrepared(call: Call, object: KubeObject): Promise<Answer> {
  const { cluster, resource, info } = call
  const name = object.metadata.name ?? ''
  if (info.namespace !== undefined && cluster.store.get('namespaces', undefined, info.namespace) === undefined) {
    refuse(404, `namespaces "${info.namespace}" not found`, { details: { name: info.namespace, kind: 'namespaces' } })
  }
  validate(resource, object)
  await call.admit({ operation: 'CREATE', info, resource, object, dryRun: isDryRun(call) }, call.user, call.warn)
  if (cluster.store.get(qualifiedName(resource), info.namespace, name) !== undefined) {
    refuse(409, `${qualifiedName(resource)} "${name}" already exists`, {
      reason: 'AlreadyExists',
      details: detailsOf(resource, name),
    })
  }
  return { code: 201, body: save(call, object) }
}
