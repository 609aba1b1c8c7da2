/** What a request is about, in the words of RBAC. */
export type RequestInfo = {
  readonly verb: Verb
  readonly group: string
  readonly version: string
  /** The plural: `frrconfigurations`. */
  readonly resource: string
  readonly namespace?: string
  readonly name?: string
  readonly subresource?: string
}

export type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection'

/** Reads method and path of a request for objects; undefined if it is for something else (discovery, health). */
export function requestInfo(method: string, path: string, query: URLSearchParams): RequestInfo | undefined {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent)
  const [root, ...rest] = parts
  const [group, version, ...tail] = root === 'api' ? ['', ...rest] : root === 'apis' ? rest : []
  const [first, second, ...below] = tail
  if (group === undefined || version === undefined || first === undefined) return undefined
  // `namespaces/a/pods` is pods in a namespace, `namespaces/a` and `namespaces/a/status` are the namespace itself.
  const inNamespace = first === 'namespaces' && below[0] !== undefined && !namespaceSubresources.has(below[0])
  const [resource, name, subresource] = inNamespace ? below : [first, second, ...below]
  if (resource === undefined) return undefined
  const verb = verbOf(method, name, query)
  if (verb === undefined) return undefined
  return {
    verb,
    group,
    version,
    resource,
    ...(inNamespace && second !== undefined && { namespace: second }),
    ...(name !== undefined && { name }),
    ...(subresource !== undefined && { subresource }),
  }
}

/** As RBAC sees it: who lists one object by its name asks for that one, and may be granted that one alone. */
export function namedInSelector(info: RequestInfo, query: URLSearchParams): RequestInfo {
  const name = /^metadata\.name==?([^,!=]+)$/.exec(query.get('fieldSelector') ?? '')?.[1]
  return name !== undefined && (info.verb === 'list' || info.verb === 'watch') ? { ...info, name } : info
}

const namespaceSubresources = new Set(['status', 'finalize'])

function verbOf(method: string, name: string | undefined, query: URLSearchParams): Verb | undefined {
  switch (method) {
    case 'GET': {
      const watch = ['true', '1', ''].includes(query.get('watch') ?? 'false')
      return name !== undefined ? 'get' : watch ? 'watch' : 'list'
    }
    case 'POST':
      return 'create'
    case 'PUT':
      return 'update'
    case 'PATCH':
      return 'patch'
    case 'DELETE':
      return name === undefined ? 'deletecollection' : 'delete'
    default:
      return undefined
  }
}
