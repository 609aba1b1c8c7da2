import { readFile } from 'node:fs/promises'
import { type ApiServer, type ApiServerOptions, createApiServer } from '../api-server.ts'
import { frrkitCrds } from '../frrkit-crds.ts'
import type { KubeObject } from '../kube-object.ts'
import { type Account, accountOn } from './account-kubeconfig.ts'
import { borrowCrds } from './borrow-crds.ts'
import { type Connection, connect } from './connection.ts'
import { type ClusterObjects, clusterObjects } from './objects.ts'
import { ownNamespace } from './own-namespace.ts'

export type ClusterUnderTest = Connection & {
  /** For the client of the code under test: may do everything. */
  readonly kubeconfigPath: string
  /** What is there, and what others do meanwhile. */
  readonly objects: ClusterObjects
  /** A token of a service account of the namespace, and the text of a kubeconfig with it: may do what roles grant. */
  readonly accountOf: (name: string) => Promise<Account>
  /** A new one, for this suite alone. */
  readonly namespace: string
  /** The server for tests, with its faults; undefined on a real cluster. */
  readonly server: ApiServer | undefined
  /** Removes the namespace, and the definitions that the cluster did not have before; or ends the server. */
  readonly cleanup: () => Promise<void>
}

/**
 * The cluster that a suite runs against: the server for tests, or, where `KUBECONFIG_UNDER_TEST` names a kubeconfig, a real
 * one. On that, objects outside the namespace are the suite's to remove.
 */
export async function clusterUnderTest(options: Pick<ApiServerOptions, 'crds'> = {}): Promise<ClusterUnderTest> {
  const kubeconfigPath = process.env.KUBECONFIG_UNDER_TEST ?? ''
  if (kubeconfigPath === '') return testServer(options)
  const kubeconfig = await readFile(kubeconfigPath, 'utf8')
  const connection = connect(kubeconfig)
  const crds = options.crds ?? frrkitCrds()
  const namespace = await ownNamespace(connection, crds)
  const giveBack = await borrowCrds(connection, crds, namespace.name).catch(async (error: unknown) => {
    await namespace.remove()
    throw error
  })
  return {
    ...inHand(connection, kubeconfig, namespace.name),
    kubeconfigPath,
    namespace: namespace.name,
    server: undefined,
    async cleanup() {
      await namespace.remove()
      await giveBack()
    },
  }
}

async function testServer({ crds }: { readonly crds?: readonly KubeObject[] }): Promise<ClusterUnderTest> {
  const namespace = 'frrkit-test'
  const server = await createApiServer({ namespaces: [namespace], ...(crds && { crds }) })
  const { kubeconfig, kubeconfigPath } = server
  const parts = inHand(connect(kubeconfig), kubeconfig, namespace)
  return { ...parts, kubeconfigPath, namespace, server, cleanup: server.close }
}

function inHand(connection: Connection, kubeconfig: string, namespace: string) {
  return {
    ...connection,
    objects: clusterObjects(connection),
    accountOf: (name: string) => accountOn({ kubeconfig }, namespace, name),
  }
}
