import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { resourcesOf } from '../crd.ts'
import { at, type KubeObject } from '../kube-object.ts'
import { apiVersionOf } from '../resource.ts'
import type { Connection } from './connection.ts'

export type OwnNamespace = { readonly name: string; readonly remove: () => Promise<void> }

/** A new namespace on a real cluster, for objects of these definitions and of built-in kinds. */
export async function ownNamespace({ ask }: Connection, crds: readonly KubeObject[]): Promise<OwnNamespace> {
  const name = `frrkit-test-${randomBytes(4).toString('hex')}`
  const { code, body } = await ask('POST', '/api/v1/namespaces', {
    body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
  })
  if (code !== 201) throw new Error(`the cluster under test refuses a namespace: ${JSON.stringify(body)}`)
  return {
    name,
    async remove() {
      await empty({ ask }, name, crds)
      await removeNamespace({ ask }, name)
    },
  }
}

const builtIn = ['configmaps', 'events', 'pods', 'secrets', 'serviceaccounts', 'services']

/** Beside a lone kube-apiserver, nobody else would. */
async function empty({ ask }: Pick<Connection, 'ask'>, namespace: string, crds: readonly KubeObject[]): Promise<void> {
  const custom = crds.flatMap(resourcesOf).filter(({ namespaced }) => namespaced)
  const collections = [
    ...builtIn.map((plural) => `/api/v1/namespaces/${namespace}/${plural}`),
    ...custom.map((resource) => `/apis/${apiVersionOf(resource)}/namespaces/${namespace}/${resource.plural}`),
  ]
  for (const path of collections) await ask('DELETE', `${path}?gracePeriodSeconds=0`)
}

/**
 * A namespace ends when the controller manager has emptied it. Where there is none, as beside a lone kube-apiserver, nobody
 * says so in its status, and we end it ourselves.
 */
async function removeNamespace({ ask }: Pick<Connection, 'ask'>, name: string): Promise<void> {
  const path = `/api/v1/namespaces/${name}`
  await ask('DELETE', path)
  for (let tries = 0; tries < 50; tries += 1) {
    const { code, body } = await ask('GET', path)
    if (code === 404 || at(body, ['status', 'conditions']) !== undefined) return
    await sleep(100)
  }
  await ask('PUT', `${path}/finalize`, {
    body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name }, spec: { finalizers: [] } },
  })
}
