import type { RequestInfo } from '../request-info.ts'

export type User = { readonly username: string; readonly groups?: readonly string[]; readonly uid?: string }

/** What somebody wants to do: with objects, or at a path that is about none. */
export type Access =
  | (Omit<RequestInfo, 'verb'> & { readonly verb: string })
  | { readonly verb: string; readonly path: string }

export type AuthorityOptions = {
  /** Who has which bearer token. */
  readonly users?: Readonly<Record<string, User>>
  /** Who may do what; default: everybody everything. */
  readonly authorize?: (user: User, access: Access) => boolean
  /** Whether requests need the token of a user; default: they come from an administrator. */
  readonly requireToken?: boolean
}

/** Answers who somebody is and what they may do. */
export type Authority = {
  readonly userOf: (token: string) => User | undefined
  /** Who sent a request with this Authorization header; undefined if nobody may without a token. */
  readonly sender: (authorization: string | undefined) => User | undefined
  readonly allows: (user: User, access: Access) => boolean
}

const administrator: User = { username: 'kubernetes-admin', groups: ['system:masters', 'system:authenticated'] }

export function createAuthority({ users = {}, authorize, requireToken = false }: AuthorityOptions): Authority {
  const userOf = (token: string): User | undefined => (Object.hasOwn(users, token) ? users[token] : undefined)
  return {
    userOf,
    sender(authorization) {
      const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
      const known = token === undefined ? undefined : userOf(token)
      return known ?? (requireToken ? undefined : administrator)
    },
    allows: (user, access) => authorize?.(user, access) ?? true,
  }
}
