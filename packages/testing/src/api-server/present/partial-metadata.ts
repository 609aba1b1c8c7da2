import type { KubeObject } from '../kube-object.ts'

/** All of an object that a client needs to know which one it is. */
export function partialMetadata({ metadata }: KubeObject): object {
  return { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata }
}
