import { randomUUID } from 'node:crypto'
import type { Cluster } from '../cluster.ts'
import type { RequestInfo } from '../request-info.ts'
import { rbacAllows } from './rbac.ts'

export type User = { readonly username: string; readonly groups?: readonly string[]; readonly uid?: string }

/** What somebody wants to do: with objects, or at a path that is about none. */
export type Access =
  | (Omit<RequestInfo, 'verb'> & { readonly verb: string })
  | { readonly verb: string; readonly path: string }

export type AuthorityOptions = {
  /** Who has which bearer token. */
  readonly users?: Readonly<Record<string, User>>
  /** Who may do what; default: service accounts what roles grant them, everybody else everything. */
  readonly authorize?: (user: User, access: Access) => boolean
  /** Whether requests need the token of a user; default: they come from an administrator. */
  readonly requireToken?: boolean
}

/** Answers who somebody is and what they may do. */
export type Authority = {
  readonly userOf: (token: string) => User | undefined
  /** A new token of somebody. */
  readonly issue: (user: User) => string
  /** Who sent a request with this Authorization header; undefined if nobody may without a token. */
  readonly sender: (authorization: string | undefined) => User | undefined
  readonly allows: (user: User, access: Access) => boolean
}

const administrator: User = { username: 'kubernetes-admin', groups: ['system:masters', 'system:authenticated'] }

export function createAuthority(options: AuthorityOptions, cluster: Cluster): Authority {
  const { authorize, requireToken = false } = options
  const users = new Map(Object.entries(options.users ?? {}))
  const userOf = (token: string): User | undefined => users.get(token)
  const byRoles = (user: User, access: Access): boolean =>
    !user.username.startsWith('system:serviceaccount:') || rbacAllows(cluster, user, access)
  return {
    userOf,
    issue(user) {
      const token = randomUUID()
      users.set(token, user)
      return token
    },
    sender(authorization) {
      const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
      const known = token === undefined ? undefined : userOf(token)
      return known ?? (requireToken ? undefined : administrator)
    },
    allows: authorize ?? byRoles,
  }
}
