import { type Cluster, inVersion, stored } from './cluster.ts'
import { establish } from './crd.ts'
import { normalize } from './decode.ts'
import type { KubeObject } from './kube-object.ts'
import { apiVersionOf, qualifiedName, type Resource } from './resource.ts'

/** The name of an object; `apiVersion` only where several groups have the kind. */
export type ObjectName = {
  readonly apiVersion?: string
  readonly kind: string
  readonly namespace?: string
  readonly name: string
}

/** The store without a request in between: for what a test finds there, and for what others do meanwhile. */
export type DirectAccess = {
  /** Creates or replaces all of an object, status included, unchecked: pruned and defaulted, as what a server finds stored. */
  readonly put: (object: KubeObject) => KubeObject
  readonly get: (name: ObjectName) => KubeObject | undefined
  /** Removes at once, whatever finalizers say; without a word if it is not there. */
  readonly remove: (name: ObjectName) => void
  readonly list: (
    kind: string,
    options?: { readonly apiVersion?: string; readonly namespace?: string },
  ) => readonly KubeObject[]
}

export function directAccess(cluster: Cluster, now: () => Date): DirectAccess {
  const { store } = cluster
  const find = (kind: string, apiVersion?: string): Resource => {
    const found = cluster
      .resources()
      .find((one) => one.kind === kind && (apiVersion ?? apiVersionOf(one)) === apiVersionOf(one))
    if (found === undefined)
      throw new Error(`BUG: no resource of the kind ${kind} ${apiVersion ?? ''}; add its CRD to \`crds\``)
    return found
  }
  const get = ({ apiVersion, kind, namespace, name }: ObjectName): KubeObject | undefined => {
    const resource = find(kind, apiVersion)
    const object = store.get(qualifiedName(resource), namespace, name)
    return object && inVersion(resource, object)
  }
  const put = (object: KubeObject): KubeObject => {
    const resource = find(object.kind, object.apiVersion)
    const { name, namespace } = object.metadata
    if (name === undefined) throw new Error(`BUG: a ${object.kind} without metadata.name`)
    if (resource.namespaced && namespace === undefined)
      throw new Error(`BUG: ${object.kind} ${name} needs metadata.namespace`)
    if (namespace !== undefined && store.get('namespaces', undefined, namespace) === undefined) {
      put({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace }, status: { phase: 'Active' } })
    }
    const time = now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
    const previous = store.get(qualifiedName(resource), namespace, name)?.metadata
    const metadata = {
      ...(resource.generation && { generation: 1 }),
      uid: crypto.randomUUID(),
      creationTimestamp: time,
      ...(previous && {
        uid: previous.uid,
        creationTimestamp: previous.creationTimestamp,
        generation: previous.generation,
      }),
      ...object.metadata,
    }
    const whole = normalize(resource, structuredClone({ ...object, metadata })).value
    return store.put(
      qualifiedName(resource),
      resource.kind === 'CustomResourceDefinition' ? establish(whole, time) : whole,
    )
  }
  return {
    put,
    get,
    remove(name) {
      const object = get(name)
      if (object) store.remove(qualifiedName(find(name.kind, name.apiVersion)), object)
    },
    list: (kind, { apiVersion, namespace } = {}) => stored(cluster, find(kind, apiVersion), namespace),
  }
}
