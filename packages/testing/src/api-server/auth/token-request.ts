import { type Answer, type Call, notFound, timestamp } from '../call.ts'
import { accountName } from './rbac.ts'

const lifetime = 3_600_000

/** `serviceaccounts/<name>/token`: a new token of the account; undefined for a request that is about something else. */
export function answerTokenRequest({ cluster, info, resource, authority, now }: Call): Answer | undefined {
  if (resource.plural !== 'serviceaccounts' || info.subresource !== 'token' || info.verb !== 'create') return undefined
  const { name = '', namespace = '' } = info
  const account = cluster.store.get('serviceaccounts', namespace, name)
  if (account === undefined) return notFound(resource, name)
  const { uid } = account.metadata
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated']
  const token = authority.issue({ username: accountName(namespace, name), groups, ...(uid !== undefined && { uid }) })
  const expirationTimestamp = timestamp(() => new Date(now().getTime() + lifetime))
  const status = { token, expirationTimestamp }
  const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', metadata: { name, namespace }, status }
  return { code: 201, body }
}
