import { Buffer } from 'node:buffer'
import { at, isFields, type KubeObject, type ObjectMeta } from './kube-object.ts'
import type { Resource } from './resource.ts'
import type { FieldError } from './schema/field-error.ts'

/** What a built-in kind does on its way to the store, as far as frrkit can tell the difference. */
export function fillCore({ group, kind }: Resource, object: KubeObject): KubeObject {
  if (group !== '') return object
  switch (kind) {
    case 'Secret': {
      const { stringData, ...secret } = object
      const given = isFields(stringData) ? Object.entries(stringData) : []
      const encoded = given.map(([key, text]) => [key, Buffer.from(String(text)).toString('base64')] as const)
      const data = { ...(isFields(secret.data) ? secret.data : {}), ...Object.fromEntries(encoded) }
      return { type: 'Opaque', ...secret, ...(Object.keys(data).length > 0 && { data }) }
    }
    case 'Namespace':
      return { spec: { finalizers: ['kubernetes'] }, ...object, metadata: withNameLabel(object.metadata) }
    default:
      return object
  }
}

/** The label by which selectors name a namespace. */
function withNameLabel({ name = '', labels, ...rest }: ObjectMeta): ObjectMeta {
  return { ...rest, name, labels: { ...labels, 'kubernetes.io/metadata.name': name } }
}

/** What a built-in kind refuses, likewise. */
export function checkCore({ group, kind }: Resource, object: KubeObject, previous?: KubeObject): readonly FieldError[] {
  if (group !== '') return []
  switch (kind) {
    case 'Secret':
      return previous !== undefined && previous.type !== object.type
        ? [{ reason: 'FieldValueInvalid', field: 'type', value: object.type, detail: 'field is immutable' }]
        : []
    case 'Event': {
      const involved = at(object, ['involvedObject', 'namespace'])
      // Events on objects of the cluster live in `default`.
      const right = (involved ?? '') === '' ? 'default' : involved
      return object.metadata.namespace === right
        ? []
        : [
            {
              reason: 'FieldValueInvalid',
              field: 'involvedObject.namespace',
              value: involved ?? '',
              detail: 'does not match event.namespace',
            },
          ]
    }
    default:
      return []
  }
}
