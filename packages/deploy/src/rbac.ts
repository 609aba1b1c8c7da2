import type { Access } from '@frrkit/testing/api-server'
import type { Manifest } from './manifest.ts'

export type Rule = {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  readonly resourceNames?: readonly string[]
}

type Grant = { readonly namespace?: string; readonly rules: readonly Rule[] }

/** What roles and their bindings among these objects let a service account do. */
export function grantsOf(objects: readonly Manifest[], account: string): readonly Grant[] {
  return objects
    .filter(({ kind, ...binding }) => kind.endsWith('RoleBinding') && subjects(binding).includes(account))
    .map((binding) => {
      const { kind, name } = Object(binding.roleRef)
      const role = objects.find((object) => object.kind === kind && object.metadata.name === name)
      if (role === undefined) throw new Error(`${binding.metadata.name} binds a ${kind} ${name} that is not there`)
      const { namespace } = binding.metadata
      return { rules: role.rules as readonly Rule[], ...(binding.kind === 'RoleBinding' && namespace && { namespace }) }
    })
}

function subjects(binding: object): readonly string[] {
  const { subjects: bound } = binding as { readonly subjects?: readonly { readonly name: string }[] }
  return (bound ?? []).map(({ name }) => name)
}

/** Whether one of the rules grants it. */
export function isGranted(grants: readonly Grant[], access: Access): boolean {
  if ('path' in access) return false
  const { verb, group, resource, subresource, namespace, name = '' } = access
  const full = subresource === undefined ? resource : `${resource}/${subresource}`
  return grants.some(
    (grant) =>
      (grant.namespace === undefined || grant.namespace === namespace) &&
      grant.rules.some(
        ({ apiGroups, resources, verbs, resourceNames }) =>
          apiGroups.includes(group) &&
          resources.includes(full) &&
          verbs.includes(verb) &&
          (resourceNames === undefined || resourceNames.includes(name)),
      ),
  )
}
