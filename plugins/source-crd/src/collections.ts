import type { Collection, Selection } from '@frrkit/k8s'
import { apiVersion } from '@frrkit/model'

export type Place = { readonly namespace: string; readonly nodeName: string }

/** What is read of a cluster: of the namespace, and of all its nodes the one we run on. */
export type Collections = Readonly<Record<'configurations' | 'settings' | 'node' | 'secrets', Collection & Selection>>

export function collections({ namespace, nodeName }: Place): Collections {
  return {
    configurations: { apiVersion, plural: 'frrconfigurations', namespace },
    settings: { apiVersion, plural: 'frrk8sconfigurations', namespace, fieldSelector: 'metadata.name=config' },
    node: { apiVersion: 'v1', plural: 'nodes', fieldSelector: `metadata.name=${nodeName}` },
    secrets: { apiVersion: 'v1', plural: 'secrets', namespace },
  }
}
