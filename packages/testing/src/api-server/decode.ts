import type { Call } from './call.ts'
import { fillCore } from './core-rules.ts'
import { isFields, type KubeObject } from './kube-object.ts'
import { cleanMetadata } from './metadata.ts'
import { refuse } from './refusal.ts'
import type { Resource } from './resource.ts'
import { fillDefaults } from './schema/fill-defaults.ts'
import { prune } from './schema/prune.ts'

/** The object without what its kind does not know, and with its defaults; what was dropped is warned of, or refused. */
export function decode({ resource, query, warn }: Call, object: KubeObject): KubeObject {
  const { value, unknown } = normalize(resource, object)
  const texts = unknown.map((path) => `unknown field "${path}"`)
  switch (query.get('fieldValidation')) {
    case 'Strict':
      if (unknown.length > 0) {
        const { kind, version } = resource
        refuse(
          400,
          `${kind} in version "${version}" cannot be handled as a ${kind}: strict decoding error: ${texts.join(', ')}`,
        )
      }
      break
    case 'Ignore':
      break
    default:
      for (const text of texts) warn(text)
  }
  return value
}

/** An object as a server reads it, whether out of a request or out of its store. */
export function normalize(
  resource: Resource,
  object: KubeObject,
): { readonly value: KubeObject; readonly unknown: readonly string[] } {
  const unknown: string[] = []
  const metadata = cleanMetadata(isFields(object.metadata) ? object.metadata : {}, unknown)
  const { schema } = resource
  const body = schema === undefined ? object : fillDefaults(schema, prune(schema, object, unknown))
  return { value: fillCore(resource, { ...(body as KubeObject), metadata }), unknown: unknown.toSorted() }
}
