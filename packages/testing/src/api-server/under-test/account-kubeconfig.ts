import { kubeconfigOf } from '../kubeconfig.ts'
import type { Connection } from './connection.ts'
import { accessOf } from './kubeconfig-access.ts'

/** A token of a service account: what its pods get. */
export async function tokenOf({ ask }: Pick<Connection, 'ask'>, namespace: string, account: string): Promise<string> {
  const request = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 3_600 } }
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`
  const { code, body } = await ask('POST', path, { body: request })
  if (code !== 201) throw new Error(`the cluster under test gives no token to ${account}: ${String(body.message)}`)
  return String(Object(body.status).token)
}

/** The kubeconfig of somebody else on the same cluster. */
export function kubeconfigFor(kubeconfig: string, token: string): string {
  const { server, ca } = accessOf(kubeconfig)
  return kubeconfigOf({ url: server, token, ...(ca !== undefined && { ca }) })
}
