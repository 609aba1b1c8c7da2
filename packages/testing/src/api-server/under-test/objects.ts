import type { ObjectName } from '../direct-access.ts'
import { type Fields, isFields, type KubeObject, without } from '../kube-object.ts'
import type { Asked, Connection } from './connection.ts'

type Name = ObjectName & { readonly apiVersion: string }

/** Objects of a cluster in the hands of a test, by requests; the server for tests and a real one take the same. */
export type ClusterObjects = {
  /** Makes it so, with its status; fields of an earlier `put` that are not there any more go. */
  readonly put: (object: KubeObject) => Promise<KubeObject>
  readonly get: (name: Name) => Promise<KubeObject | undefined>
  readonly list: (
    kind: string,
    options: { readonly apiVersion: string; readonly namespace?: string },
  ) => Promise<readonly KubeObject[]>
  /** At once; without a word if it is not there. */
  readonly remove: (name: Name) => Promise<void>
}

type Kind = { readonly kind: string; readonly name: string; readonly namespaced: boolean }

export function clusterObjects({ ask }: Pick<Connection, 'ask'>): ClusterObjects {
  async function pathOf({ apiVersion, kind, namespace }: Omit<Name, 'name'>): Promise<string> {
    const { body } = await ask('GET', rootOf(apiVersion))
    const known = (Array.isArray(body.resources) ? body.resources : []) as readonly Kind[]
    const found = known.find((one) => one.kind === kind && !one.name.includes('/'))
    if (found === undefined) throw new Error(`the cluster under test has no ${kind} of ${apiVersion}`)
    const where = found.namespaced && namespace !== undefined ? `/namespaces/${namespace}` : ''
    return `${rootOf(apiVersion)}${where}/${found.name}`
  }

  return {
    async put(object) {
      const { name = '', namespace } = object.metadata
      const path = `${await pathOf({ ...object, ...(namespace !== undefined && { namespace }) })}/${name}`
      const body = without(object, 'status')
      const query = 'fieldManager=frrkit-test&force=true'
      const stored = objectOf(await ask('PATCH', `${path}?${query}`, { body, type: 'application/apply-patch+yaml' }))
      if (!isFields(object.status)) return stored
      const status: Fields = { status: object.status }
      return objectOf(await ask('PATCH', `${path}/status`, { body: status, type: 'application/merge-patch+json' }))
    },
    async get({ name, ...kind }) {
      const asked = await ask('GET', `${await pathOf(kind)}/${name}`)
      return asked.code === 404 ? undefined : objectOf(asked)
    },
    async list(kind, options) {
      const { items } = objectOf(await ask('GET', await pathOf({ kind, ...options })))
      return (items as readonly object[]).map(
        (item) => ({ apiVersion: options.apiVersion, kind, ...item }) as KubeObject,
      )
    },
    async remove({ name, ...kind }) {
      await ask('DELETE', `${await pathOf(kind)}/${name}?gracePeriodSeconds=0`)
    },
  }
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
}

function objectOf({ code, body }: Asked): KubeObject {
  if (code >= 300) throw new Error(`the cluster under test refuses: ${String(body.message)}`)
  return body as KubeObject
}
