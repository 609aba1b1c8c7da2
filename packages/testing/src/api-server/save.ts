import type { Writer } from './apply/managed-fields.ts'
import { type Call, timestamp } from './call.ts'
import { inVersion } from './cluster.ts'
import { establish } from './crd.ts'
import type { KubeObject } from './kube-object.ts'
import { qualifiedName } from './resource.ts'

/** Stores an object that has passed everything, unless the request was only asking. */
export function save(call: Call, object: KubeObject): KubeObject {
  const { cluster, resource, now } = call
  const isCrd = resource.kind === 'CustomResourceDefinition'
  const whole = isCrd ? establish(object, timestamp(now)) : object
  return isDryRun(call) ? whole : inVersion(resource, cluster.store.put(qualifiedName(resource), whole))
}

export function isDryRun({ query, body }: Call): boolean {
  return query.has('dryRun') || (typeof body === 'object' && body !== null && 'dryRun' in body)
}

/** Who writes by this request: what it says of itself, or the program in its user agent. */
export function writerOf({ query, headers, info, now }: Call, operation: Writer['operation'] = 'Update'): Writer {
  const agent = headers['user-agent']?.split('/')[0] ?? ''
  return {
    manager: query.get('fieldManager') ?? (agent === '' ? 'unknown' : agent),
    operation,
    ...(info.subresource !== undefined && { subresource: info.subresource }),
    time: timestamp(now),
  }
}
