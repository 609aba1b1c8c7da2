import { dump } from 'js-yaml'

/** A kubeconfig of one cluster. */
export function kubeconfigOf({
  url,
  namespace = 'default',
}: {
  readonly url: string
  readonly namespace?: string
}): string {
  return dump({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server: url } }],
    users: [{ name: 'test', user: {} }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test', namespace } }],
    'current-context': 'test',
  })
}
