import { kubeconfigOf } from '../kubeconfig.ts'
import { type Connection, connect } from './connection.ts'
import { accessOf } from './kubeconfig-access.ts'

/** A token of a service account: what its pods get. */
async function tokenOf({ ask }: Pick<Connection, 'ask'>, namespace: string, account: string): Promise<string> {
  const request = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 3_600 } }
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`
  const { code, body } = await ask('POST', path, { body: request })
  if (code !== 201) throw new Error(`the cluster under test gives no token to ${account}: ${String(body.message)}`)
  return String(Object(body.status).token)
}

export type Account = { readonly token: string; readonly kubeconfig: string }

/** A token of a service account of a cluster, and the kubeconfig with it. */
export async function accountOn(
  { kubeconfig }: { readonly kubeconfig: string },
  namespace: string,
  name: string,
): Promise<Account> {
  const token = await tokenOf(connect(kubeconfig), namespace, name)
  return { token, kubeconfig: kubeconfigFor(kubeconfig, token) }
}

/** The kubeconfig of somebody else on the same cluster. */
function kubeconfigFor(kubeconfig: string, token: string): string {
  const { server, ca } = accessOf(kubeconfig)
  return kubeconfigOf({ url: server, token, ...(ca !== undefined && { ca }) })
}
