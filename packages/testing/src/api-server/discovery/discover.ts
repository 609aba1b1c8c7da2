import type { IncomingHttpHeaders } from 'node:http'
import type { Answer } from '../call.ts'
import type { Cluster } from '../cluster.ts'
import { failure } from '../refusal.ts'
import type { Verb } from '../request-info.ts'
import { apiVersionOf, type Resource } from '../resource.ts'
import { openApiDocument, openApiIndex } from './openapi.ts'

/** What is served here: `/api`, `/apis`, their groups and versions, and the server's version and health. */
export function discover(cluster: Cluster, method: string, path: string, _headers: IncomingHttpHeaders): Answer {
  const [root, ...rest] = path.split('/').filter((part) => part !== '')
  const notHere = { code: 404, body: failure(404, 'the server could not find the requested resource') }
  if (method !== 'GET') return notHere
  switch (root) {
    case 'version':
      return { code: 200, body: { major: '1', minor: '35', gitVersion: 'v1.35.0', platform: 'linux/amd64' } }
    case 'healthz':
    case 'livez':
    case 'readyz':
      return { code: 200, body: { status: 'ok' } }
    case 'api':
      if (rest.length === 0) return { code: 200, body: { kind: 'APIVersions', versions: ['v1'] } }
      return rest.length === 1 ? (resourceList(cluster, '', rest[0] ?? '') ?? notHere) : notHere
    case 'apis': {
      const [group, version] = rest
      if (rest.length > 2) return notHere
      if (group === undefined)
        return { code: 200, body: { kind: 'APIGroupList', apiVersion: 'v1', groups: groups(cluster) } }
      if (version !== undefined) return resourceList(cluster, group, version) ?? notHere
      const found = groups(cluster).find(({ name }) => name === group)
      return found ? { code: 200, body: { kind: 'APIGroup', apiVersion: 'v1', ...found } } : notHere
    }
    case 'openapi': {
      const [generation, ...place] = rest
      const document = place.length === 0 ? openApiIndex(cluster) : openApiDocument(cluster, place.join('/'))
      return generation === 'v3' && document !== undefined ? { code: 200, body: document } : notHere
    }
    default:
      return notHere
  }
}

type Group = {
  readonly name: string
  readonly versions: readonly object[]
  readonly preferredVersion: object | undefined
}

function groups(cluster: Cluster): readonly Group[] {
  const byGroup = Map.groupBy(cluster.resources(), ({ group }) => group)
  byGroup.delete('')
  return [...byGroup].map(([name, resources]) => {
    const versions = [...new Set(resources.map(({ version }) => version))].map((version) => {
      return { groupVersion: `${name}/${version}`, version }
    })
    return { name, versions, preferredVersion: versions[0] }
  })
}

function resourceList(cluster: Cluster, group: string, version: string): Answer | undefined {
  const resources = cluster.resources().filter((one) => one.group === group && one.version === version)
  const [first] = resources
  if (first === undefined) return undefined
  const body = {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: apiVersionOf(first),
    resources: resources.flatMap(resourceEntries),
  }
  return { code: 200, body }
}

const allVerbs: readonly Verb[] = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch']

function resourceEntries({
  plural,
  singular,
  kind,
  namespaced,
  shortNames,
  categories,
  status,
  verbs = allVerbs,
}: Resource): object[] {
  const entry = {
    name: plural,
    singularName: singular ?? kind.toLowerCase(),
    namespaced,
    kind,
    verbs,
    ...(shortNames && { shortNames }),
    ...(categories && { categories }),
  }
  const subresource = {
    name: `${plural}/status`,
    singularName: '',
    namespaced,
    kind,
    verbs: ['get', 'patch', 'update'],
  }
  return status ? [entry, subresource] : [entry]
}
