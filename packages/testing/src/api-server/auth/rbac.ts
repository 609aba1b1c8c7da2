import type { Cluster } from '../cluster.ts'
import { isFields, type KubeObject } from '../kube-object.ts'
import type { Access, User } from './authority.ts'

type Rule = {
  readonly verbs: readonly string[]
  readonly apiGroups?: readonly string[]
  readonly resources?: readonly string[]
  readonly resourceNames?: readonly string[]
  readonly nonResourceURLs?: readonly string[]
}
type Subject = { readonly kind: string; readonly name: string; readonly namespace?: string }

const group = 'rbac.authorization.k8s.io'

/** What every real server grants to whoever it knows: to look at what there is, and to ask about themselves. */
const always: readonly Rule[] = [
  {
    verbs: ['get'],
    nonResourceURLs: [
      '/api',
      '/api/*',
      '/apis',
      '/apis/*',
      '/openapi',
      '/openapi/*',
      '/version',
      '/healthz',
      '/readyz',
    ],
  },
  { verbs: ['create'], apiGroups: ['authorization.k8s.io'], resources: ['selfsubjectaccessreviews'] },
  { verbs: ['create'], apiGroups: ['authentication.k8s.io'], resources: ['selfsubjectreviews'] },
]

/** Whether the Roles and ClusterRoles that are bound to somebody grant it. */
export function rbacAllows(cluster: Cluster, user: User, access: Access): boolean {
  const rules = (binding: KubeObject): readonly Rule[] => (binds(binding, user) ? rulesOf(cluster, binding) : [])
  const everywhere = cluster.store.list(`clusterrolebindings.${group}`).flatMap(rules)
  const here =
    'path' in access || access.namespace === undefined
      ? []
      : cluster.store.list(`rolebindings.${group}`, access.namespace).flatMap(rules)
  return [...always, ...everywhere, ...here].some((rule) => grants(rule, access))
}

function binds({ subjects }: KubeObject, { username, groups = [] }: User): boolean {
  const bound = Array.isArray(subjects) ? (subjects as readonly Subject[]) : []
  return bound.some(({ kind, name, namespace = '' }) => {
    if (kind === 'Group') return groups.includes(name)
    return username === (kind === 'ServiceAccount' ? accountName(namespace, name) : name)
  })
}

/** The name by which a server knows a service account. */
export function accountName(namespace: string, name: string): string {
  return `system:serviceaccount:${namespace}:${name}`
}

/** None, where the role is not there: bindings may come first. */
function rulesOf({ store }: Cluster, { metadata, roleRef }: KubeObject): readonly Rule[] {
  if (!isFields(roleRef)) return []
  const name = String(roleRef.name)
  const role =
    roleRef.kind === 'Role'
      ? store.get(`roles.${group}`, metadata.namespace, name)
      : store.get(`clusterroles.${group}`, undefined, name)
  return Array.isArray(role?.rules) ? (role.rules as readonly Rule[]) : []
}

function grants({ verbs, ...rule }: Rule, access: Access): boolean {
  if (!has(verbs, access.verb)) return false
  if ('path' in access) return (rule.nonResourceURLs ?? []).some((url) => covers(url, access.path))
  const { resource, subresource, name = '' } = access
  const resources = rule.resources ?? []
  const part = subresource === undefined ? resource : `${resource}/${subresource}`
  return (
    has(rule.apiGroups ?? [], access.group) &&
    (has(resources, part) || (subresource !== undefined && resources.includes(`*/${subresource}`))) &&
    ((rule.resourceNames ?? []).length === 0 || (rule.resourceNames ?? []).includes(name))
  )
}

const has = (granted: readonly string[], asked: string): boolean => granted.includes('*') || granted.includes(asked)

const covers = (url: string, path: string): boolean =>
  url.endsWith('*') ? path.startsWith(url.slice(0, -1)) : url === path
