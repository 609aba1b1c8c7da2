import { type ObjectKey, objectPath } from './collection.ts'
import type { KubeResult } from './kube-error.ts'
import type { KubeObject } from './kube-object.ts'
import type { Send } from './list-pages.ts'

export function getObject<T extends KubeObject>(
  send: Send,
  object: ObjectKey,
  signal: AbortSignal | undefined,
): Promise<KubeResult<T>> {
  return send({ method: 'GET', path: objectPath(object), says: names('get', object), signal })
}

/** `patch frrnodestates worker-1 (status)` */
export function names(verb: string, { plural, namespace, name }: ObjectKey, subresource?: string): string {
  const object = namespace === undefined ? name : `${namespace}/${name}`
  return `${verb} ${plural} ${object}${subresource === undefined ? '' : ` (${subresource})`}`
}
