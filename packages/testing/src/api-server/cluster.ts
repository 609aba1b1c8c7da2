import { coreResources } from './core-resources.ts'
import { resourcesOf } from './crd.ts'
import type { KubeObject } from './kube-object.ts'
import { apiVersionOf, qualifiedName, type Resource } from './resource.ts'
import { createStore, type Store } from './store.ts'

/** The objects, and the kinds that they may be of: a CustomResourceDefinition in the store is a kind. */
export type Cluster = {
  readonly store: Store
  readonly resources: () => readonly Resource[]
  readonly find: (group: string, version: string, plural: string) => Resource | undefined
}

export function createCluster(more: readonly Resource[] = []): Cluster {
  const store = createStore()
  const fixed = [...coreResources, ...more]
  let custom: readonly Resource[] = []
  store.subscribe(({ resource }) => {
    if (resource === crds) custom = store.list(crds).flatMap(resourcesOf)
  })
  const resources = (): readonly Resource[] => [...fixed, ...custom]
  return {
    store,
    resources,
    find: (group, version, plural) =>
      resources().find((one) => one.group === group && one.version === version && one.plural === plural),
  }
}

const crds = 'customresourcedefinitions.apiextensions.k8s.io'

/** The object in the words of one version of its kind: versions of a kind differ in nothing but the name. */
export function inVersion(resource: Resource, object: KubeObject): KubeObject {
  const apiVersion = apiVersionOf(resource)
  return object.apiVersion === apiVersion && object.kind === resource.kind
    ? object
    : { ...object, apiVersion, kind: resource.kind }
}

export function stored({ store }: Cluster, resource: Resource, namespace?: string, at?: number): readonly KubeObject[] {
  return store.list(qualifiedName(resource), namespace, at).map((object) => inVersion(resource, object))
}
