import type { Collection, Selection } from '@frrkit/k8s'
import { apiVersion } from '@frrkit/model'

/** A kind that a plugin reads (`document-kind/v1`, `object-translator/v1`), and where an API server has it. */
export type OtherKind = { readonly apiVersion: string; readonly kind: string; readonly plural: string }

export type Place = {
  readonly namespace: string
  readonly nodeName: string
  readonly kinds?: readonly OtherKind[] | undefined
}

/** What is read of a cluster: of the namespace, and of all its nodes the one we run on. */
export type Collections = Readonly<
  Record<'configurations' | 'settings' | 'node' | 'secrets', Collection & Selection>
> & {
  readonly others: readonly (Collection & { readonly kind: string })[]
}

export function collections({ namespace, nodeName, kinds = [] }: Place): Collections {
  return {
    configurations: { apiVersion, plural: 'frrconfigurations', namespace },
    settings: { apiVersion, plural: 'frrk8sconfigurations', namespace, fieldSelector: 'metadata.name=config' },
    node: { apiVersion: 'v1', plural: 'nodes', fieldSelector: `metadata.name=${nodeName}` },
    secrets: { apiVersion: 'v1', plural: 'secrets', namespace },
    others: kinds.map((other) => ({ ...other, namespace })),
  }
}
