import { Buffer } from 'node:buffer'
import { dump } from 'js-yaml'

export type KubeconfigOptions = {
  readonly url: string
  readonly namespace?: string
  /** The certificate to trust, as PEM. */
  readonly ca?: string
  readonly token?: string
}

/** A kubeconfig of one cluster. */
export function kubeconfigOf({ url, namespace = 'default', ca, token }: KubeconfigOptions): string {
  // Without TLS there is nothing to verify, and @kubernetes/client-node wants to be told so.
  const trust =
    ca === undefined
      ? { 'insecure-skip-tls-verify': true }
      : { 'certificate-authority-data': Buffer.from(ca).toString('base64') }
  return dump({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server: url, ...trust } }],
    users: [{ name: 'test', user: token === undefined ? {} : { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test', namespace } }],
    'current-context': 'test',
  })
}
