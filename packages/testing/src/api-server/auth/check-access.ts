import { refuse } from '../refusal.ts'
import type { RequestInfo } from '../request-info.ts'
import type { Authority, User } from './authority.ts'

/** Who sends the request; a refusal if they may not. */
export function checkAccess(
  authority: Authority,
  header: string | undefined,
  method: string,
  path: string,
  info: RequestInfo | undefined,
): User {
  const user = authority.sender(header)
  if (user === undefined) refuse(401, 'Unauthorized')
  const access = info ?? { verb: method.toLowerCase(), path }
  if (!authority.allows(user, access)) refuse(403, forbidden(user, path, info), detailsOf(info))
  return user
}

function forbidden({ username }: User, path: string, info: RequestInfo | undefined): string {
  if (info === undefined) return `forbidden: User "${username}" cannot get path "${path}"`
  const { verb, group, resource, namespace, name, subresource } = info
  const full = group === '' ? resource : `${resource}.${group}`
  const what = name === undefined ? full : `${full} "${name}"`
  const where = namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`
  const part = subresource === undefined ? resource : `${resource}/${subresource}`
  return `${what} is forbidden: User "${username}" cannot ${verb} resource "${part}" in API group "${group}" ${where}`
}

function detailsOf(info: RequestInfo | undefined): { details?: object } {
  if (info === undefined) return {}
  const { name, group, resource } = info
  return { details: { ...(name !== undefined && { name }), ...(group !== '' && { group }), kind: resource } }
}
