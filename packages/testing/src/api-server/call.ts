import type { Admit } from './admission/admit.ts'
import type { Authority, User } from './auth/authority.ts'
import { type Cluster, inVersion } from './cluster.ts'
import type { KubeObject } from './kube-object.ts'
import { refuse } from './refusal.ts'
import type { RequestInfo } from './request-info.ts'
import { qualifiedName, type Resource } from './resource.ts'

/** A request for objects, with all that its answer depends on. */
export type Call = {
  readonly cluster: Cluster
  readonly info: RequestInfo
  readonly resource: Resource
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
  /** Something that the client should hear, though its request was carried out. */
  readonly warn: (text: string) => void
  readonly user: User
  readonly authority: Authority
  readonly admit: Admit
  readonly now: () => Date
}

export type Answer = {
  readonly code: number
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
}

/** The object that the path names. */
export function named({ cluster, info, resource }: Call): KubeObject {
  const { name = '', namespace } = info
  const object = cluster.store.get(qualifiedName(resource), namespace, name)
  return object === undefined ? notFound(resource, name) : inVersion(resource, object)
}

export function notFound(resource: Resource, name: string): never {
  refuse(404, `${qualifiedName(resource)} "${name}" not found`, { details: detailsOf(resource, name) })
}

/** Status.details: the resource goes under the name of `kind`, as a real server has it. */
export function detailsOf({ plural, group }: Resource, name: string): object {
  return { name, ...(group !== '' && { group }), kind: plural }
}

/** RFC 3339 in whole seconds, as all times of the API are but those of Events and Leases. */
export function timestamp(now: () => Date): string {
  return now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
}
