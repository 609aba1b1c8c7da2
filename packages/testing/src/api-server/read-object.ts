import type { Call } from './call.ts'
import { at, type Fields, isFields, type KubeObject, type ObjectMeta, textOf } from './kube-object.ts'
import { refuse } from './refusal.ts'
import { apiVersionOf } from './resource.ts'
import { refuseInvalid } from './validate.ts'

/** The body as an object of the kind and place that the path names. */
export function readObject({ body, info, resource }: Call): KubeObject {
  if (!isFields(body)) refuse(400, `the object provided is unrecognized (must be of type ${resource.kind})`)
  const apiVersion = apiVersionOf(resource)
  const missing = ['Kind', 'apiVersion'].find((field) => body[field === 'Kind' ? 'kind' : field] === undefined)
  // Built-in kinds go without: their path says enough.
  if (missing !== undefined && resource.schema !== undefined) {
    const text = `Object '${missing}' is missing in '${JSON.stringify(body)}'`
    refuse(400, `the object provided is unrecognized (must be of type ${resource.kind}): ${text}`)
  }
  const given = { apiVersion, kind: resource.kind, ...body }
  if (given.apiVersion !== apiVersion) {
    const got = textOf(given.apiVersion)
    refuse(400, `the API version in the data (${got}) does not match the expected API version (${apiVersion})`)
  }
  if (given.kind !== resource.kind) {
    const error = {
      reason: 'FieldValueInvalid',
      field: 'kind',
      value: given.kind,
      detail: `must be ${resource.kind}`,
    } as const
    refuseInvalid({ kind: textOf(given.kind), group: resource.group }, nameIn(body) ?? '', [error])
  }
  const metadata = (isFields(body.metadata) ? body.metadata : {}) as ObjectMeta
  const { namespace = info.namespace } = metadata
  const name = nameIn(body) ?? info.name
  if (namespace !== info.namespace) {
    refuse(400, 'the namespace of the provided object does not match the namespace sent on the request')
  }
  if (info.name !== undefined && name !== info.name) {
    refuse(400, `the name of the object (${name}) does not match the name on the URL (${info.name})`)
  }
  const placed = { ...metadata, ...(namespace !== undefined && { namespace }), ...(name !== undefined && { name }) }
  return { ...given, apiVersion, kind: resource.kind, metadata: placed }
}

function nameIn(body: Fields): string | undefined {
  const name = at(body, ['metadata', 'name'])
  return typeof name === 'string' && name !== '' ? name : undefined
}
