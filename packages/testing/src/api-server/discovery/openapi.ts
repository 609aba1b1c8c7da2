import type { Cluster } from '../cluster.ts'
import { apiVersionOf, type Resource } from '../resource.ts'

/** `/openapi/v3`: where the document of each group and version is. */
export function openApiIndex(cluster: Cluster): object {
  const places = new Set(cluster.resources().map(pathOf))
  return { paths: Object.fromEntries([...places].map((path) => [path, { serverRelativeURL: `/openapi/v3/${path}` }])) }
}

/**
 * The document of one group and version: what kubectl looks for. From the parameters of a patch it learns that the server
 * validates fields by itself; `kubectl explain` reads the schemas.
 */
export function openApiDocument(cluster: Cluster, path: string): object | undefined {
  const resources = cluster.resources().filter((resource) => pathOf(resource) === path)
  if (resources.length === 0) return undefined
  return {
    openapi: '3.0.0',
    info: { title: 'frrkit: an API server for tests', version: 'v1.35.0' },
    paths: Object.fromEntries(resources.flatMap(operations)),
    components: { schemas: Object.fromEntries(resources.map((one) => [schemaName(one), schemaOf(one)])) },
  }
}

function pathOf({ group, version }: Resource): string {
  return group === '' ? `api/${version}` : `apis/${group}/${version}`
}

function operations(resource: Resource): [string, object][] {
  const { plural, namespaced } = resource
  const collection = `/${pathOf(resource)}/${namespaced ? 'namespaces/{namespace}/' : ''}${plural}`
  const parameters = ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map((name) => {
    return { name, in: 'query', schema: { type: name === 'force' ? 'boolean' : 'string', uniqueItems: true } }
  })
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${schemaName(resource)}` } } }
  const operation = (action: string): object => ({
    parameters,
    responses: { 200: { description: 'OK', content } },
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': gvkOf(resource),
  })
  return [
    [collection, { get: operation('list'), post: operation('post') }],
    [
      `${collection}/{name}`,
      { get: operation('get'), put: operation('put'), patch: operation('patch'), delete: operation('delete') },
    ],
  ]
}

function schemaOf(resource: Resource): object {
  const { schema = { type: 'object' } } = resource
  const gvk = { 'x-kubernetes-group-version-kind': [gvkOf(resource)] }
  if (resource.schema === undefined) return { ...schema, ...gvk }
  return {
    ...schema,
    properties: { ...schema.properties, apiVersion: { type: 'string' }, kind: { type: 'string' } },
    ...gvk,
  }
}

function gvkOf({ group, version, kind }: Resource): object {
  return { group, version, kind }
}

function schemaName(resource: Resource): string {
  const [group = '', version = ''] =
    resource.group === '' ? ['io.k8s.api.core', resource.version] : apiVersionOf(resource).split('/')
  const reversed = resource.group === '' ? group : group.split('.').toReversed().join('.')
  return `${reversed}.${version}.${resource.kind}`
}
