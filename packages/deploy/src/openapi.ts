import * as client from '@kubernetes/client-node'
import type { Manifest } from './manifest.ts'

/** What Kubernetes' OpenAPI, which two packages are generated from, has against an object; nothing when it is well. */
export async function againstOpenapi(object: Manifest): Promise<readonly string[]> {
  const wrong = await invalid(object)
  const model = modelOf(`V1${object.kind}`)
  return [...wrong, ...(model === undefined ? [] : unknownFields(object, model, object.kind))]
}

const others = [
  ['monitoring.coreos.com/', '@kubernetes-models/prometheus-operator'],
  ['cert-manager.io/', '@kubernetes-models/cert-manager'],
] as const

type Validating = new (object: Manifest) => { validate(): void }

/** Types, formats, and what is required. Fields that nobody knows pass. */
async function invalid(object: Manifest): Promise<readonly string[]> {
  const { apiVersion, kind } = object
  const home = others.find(([group]) => apiVersion.startsWith(group))?.[1] ?? 'kubernetes-models'
  const models = (await import(`${home}/${apiVersion}/${kind}`)) as Readonly<Record<string, Validating>>
  const Model = models[kind]
  if (Model === undefined) throw new Error(`${home} has no ${apiVersion} ${kind}`)
  try {
    new Model(object).validate()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

type Model = { readonly getAttributeTypeMap: () => readonly { readonly baseName: string; readonly type: string }[] }

function modelOf(type: string): Model | undefined {
  return (client as unknown as Readonly<Record<string, Model | undefined>>)[type]
}

/** Every field, at any depth, that the type of its object does not have. */
function unknownFields(value: unknown, model: Model, path: string): readonly string[] {
  const types = new Map(model.getAttributeTypeMap().map(({ baseName, type }) => [baseName, type]))
  return Object.entries(Object(value)).flatMap(([field, below]) => {
    const type = types.get(field)
    return type === undefined ? [`${path}.${field} is no field`] : fieldsBelow(below, type, `${path}.${field}`)
  })
}

function fieldsBelow(value: unknown, type: string, path: string): readonly string[] {
  const item = /^Array<(.+)>$/.exec(type)?.[1]
  if (item !== undefined && Array.isArray(value))
    return value.flatMap((each, i) => fieldsBelow(each, item, `${path}[${i}]`))
  const model = modelOf(type)
  return model === undefined ? [] : unknownFields(value, model, path)
}
