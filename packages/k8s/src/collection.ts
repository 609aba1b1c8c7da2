/** The objects of one kind: in a namespace, or without one those of the whole cluster. */
export type Collection = {
  /** `v1`, `frrk8s.metallb.io/v1beta1` */
  readonly apiVersion: string
  /** As in the URL: `secrets`, `frrconfigurations`. */
  readonly plural: string
  readonly namespace?: string
}

/** One object of a collection. */
export type ObjectKey = Collection & { readonly name: string }

/** Which objects of a collection; the API server applies it, so that others never travel. */
export type Selection = { readonly fieldSelector?: string; readonly labelSelector?: string }

/** `/apis/frrk8s.metallb.io/v1beta1/namespaces/frr-system/frrconfigurations` */
export function collectionPath({ apiVersion, plural, namespace }: Collection): string {
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
  const scope = namespace === undefined ? '' : `/namespaces/${encodeURIComponent(namespace)}`
  return `${root}${scope}/${plural}`
}

export function objectPath({ name, ...collection }: ObjectKey, subresource?: string): string {
  const path = `${collectionPath(collection)}/${encodeURIComponent(name)}`
  return subresource === undefined ? path : `${path}/${subresource}`
}
